// Runs inside the panel: puts in each new page without losing the place, follows the editor's cursor, and tells which
// line was clicked. The page itself comes from the server and holds no script.

// @ts-check
(() => {
  const editor = acquireVsCodeApi();
  const style = document.getElementById('page-style');
  let line = -1;

  /** Swaps only what the page says; the window keeps its scroll. */
  function show(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    style.textContent = page.querySelector('style').textContent;
    document.documentElement.lang = page.documentElement.lang;
    document.querySelector('main').replaceWith(page.querySelector('main'));
    mark();
  }

  /** Marks the pair that the cursor is in, and the text itself. */
  function mark() {
    for (const old of document.querySelectorAll('.current')) old.classList.remove('current');
    const text = [...document.querySelectorAll('[data-lines]')].find(holds);
    text?.classList.add('current');
    text?.closest('tr')?.classList.add('current');
    return text?.closest('tr') ?? text;
  }

  function holds(text) {
    const [first, last] = text.dataset.lines.split('-').map(Number);
    return first <= line && line <= last;
  }

  window.addEventListener('message', ({ data }) => {
    if (data.html !== undefined) show(data.html);
    if (data.line !== undefined && data.line !== line) {
      line = data.line;
      mark()?.scrollIntoView({ block: 'nearest' });
    }
  });

  document.addEventListener('click', ({ target }) => {
    // A link leads to its note, and dragging over a text selects it.
    const text = target.closest('a, summary') || !getSelection().isCollapsed ? null : target.closest('[data-lines]');
    if (text) editor.postMessage({ line: Number(text.dataset.lines.split('-')[0]) });
  });

  // The page follows the browser's colour scheme; here that is the editor's.
  function followTheme() {
    const dark = /vscode-dark|vscode-high-contrast(?!-light)/.test(document.body.className);
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }
  new MutationObserver(followTheme).observe(document.body, { attributeFilter: ['class'] });
  followTheme();

  editor.postMessage({ ready: true });
})();
