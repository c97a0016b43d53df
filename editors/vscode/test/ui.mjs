// Walks through a real VS Code window as an author does, and leaves a screenshot of every step.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { installation, makeProfile, openBrowser, pause, startWorkbench, until } from './workbench.mjs';

const shots = path.join(installation, 'screenshots');

const brief = `作者/Author(s): Erik Green

網站來源/Source: International Institute for Strategic Studies

日期/Date: 02/30/2025   

關鍵字/Keywords: 軍事、中國

摘要:
中國正積極推動以「全球南方國家」為核心的新型國際秩序。
•中國在2023年後推動替代性國際秩序，並與各國元首舉行高層峰會。
•中國軍事官員與外國軍事領導人會晤的頻率大增。

Summary:
China seeks to build a new international order with Global South countries as primary members.
  • Since 2023, China has promoted an alternative international order and held summits with heads of state.
`;

/** Opens a window and takes the steps of each walk, with a brief of its own. */
async function inWindow(program, report, language, walks) {
  const profile = makeProfile({ 'brief.server.path': program });
  if (language !== 'en') profile.speak(language);
  const inWorkspace = name => path.join(profile.workspace, name);
  for (const [name, { text }] of Object.entries(walks)) fs.writeFileSync(inWorkspace(name), text);
  const workbench = await startWorkbench(profile, { flags: ['--locale', language] });
  const { page, close } = await openBrowser(language);
  page.setDefaultTimeout(20_000);
  // The editor draws spaces as no-break spaces.
  const textOf = async selector => (await page.locator(selector).allInnerTexts()).join('\n').replaceAll('\u00A0', ' ');
  const window = {
    page,
    profile,
    inWorkspace,
    onDisk: name => fs.readFileSync(inWorkspace(name), 'utf8'),
    line: text => page.locator('.view-line', { hasText: text }).first(),
    shows: (selector, text) => until(`${text} in ${selector}`, async () => (await textOf(selector)).includes(text)),
    async open(name) {
      await page.goto(workbench.address([['openFile', workbench.uri(inWorkspace(name))]]));
      await page.waitForSelector('.monaco-editor .view-line', { timeout: 60_000 });
    },
    async command(title) {
      const asked = page.locator('.quick-input-widget input[type=text]');
      // A window that has just come up takes no keys.
      await until('the palette is open', async () => {
        await page.keyboard.press('F1');
        return asked.isVisible();
      });
      await asked.fill(`>${title}`);
      await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title }).waitFor();
      await page.keyboard.press('Enter');
    },
    /** Accepts what is offered for what is typed. Slowly: VS Code drops what a busy server answers too late. */
    async accept(typed, offered) {
      await page.keyboard.type(typed, { delay: 200 });
      await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: offered }).waitFor();
      await page.keyboard.press('Tab');
      await page.waitForSelector('.suggest-widget.visible', { state: 'hidden' });
    },
    /** The page in the panel of pairs: a frame in a frame. */
    async pairs() {
      const frame = await until('the pairs are shown', async () => {
        for (const frame of page.frames()) if (await frame.locator('article.brief').count()) return frame;
      });
      return frame;
    },
    shot: name => page.screenshot({ path: path.join(shots, `${language}-${name.replace(/\W+/g, '-')}.png`) }),
  };
  let number = 0;
  try {
    for (const [name, { walk }] of Object.entries(walks)) {
      for (const [title, step] of Object.entries(walk(window, name, program))) {
        let error;
        try {
          await step();
        } catch (caught) {
          error = String(caught.stack ?? caught);
        }
        await window.shot(`${String(++number).padStart(2, '0')} ${title}`);
        report({ title: `window (${language}): ${title}`, error });
      }
    }
  } finally {
    await close();
    await workbench.stop();
    profile.remove();
  }
}

const walkOfAnAuthor = ({ page, profile, onDisk, line, pairs, shows, open, shot }, name, program) => ({
  'a brief opens, coloured': async () => {
    await open(name);
    await shows('.statusbar', 'Policy Brief');
    const colours = () => line('關鍵字').locator('span span').evaluateAll(spans => spans.map(span => span.className));
    await until('the label differs from its value', async () => new Set(await colours()).size > 1);
  },
  'errors are underlined': async () => {
    await page.waitForSelector('.monaco-editor .squiggly-error');
  },
  'the Problems panel lists them': async () => {
    await page.keyboard.press('Control+Shift+M');
    await shows('.markers-panel', 'date/invalid');
    await shows('.markers-panel', 'pairing/count');
    await shows('.markers-panel', '[Ln 5, Col 10]');
  },
  'keywords are offered while typing': async () => {
    await line('關鍵字').click();
    await page.keyboard.press('End');
    await page.keyboard.type('、wai', { delay: 60 });
    await page.waitForSelector('.suggest-widget.visible .monaco-list-row');
    await shows('.suggest-widget.visible', '外交');
  },
  'a keyword is accepted': async () => {
    await page.keyboard.press('Tab');
    await shows('.view-line', '軍事、中國、外交');
  },
  'saving formats': async () => {
    await page.waitForSelector('.suggest-widget.visible', { state: 'hidden' });
    // A busy machine has been seen to miss the key; the suite proves that one save is enough.
    await until('the file is formatted', async () => {
      await page.keyboard.press('Control+S');
      await pause(500);
      return onDisk(name).includes('\n  • 中國軍事官員');
    });
    assert.match(onDisk(name), /^日期\/Date: 02\/30\/2025$/m);
    assert.match(onDisk(name), /^關鍵字\/Keywords: 軍事、中國、外交$/m);
  },
  'Enter continues the points': async () => {
    await line('中國軍事官員').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('新的一點');
    await shows('.view-lines', '  • 新的一點');
  },
  'the pairs are shown beside the text': async () => {
    await page.getByRole('button', { name: 'Show Side by Side' }).click();
    const panel = await pairs();
    assert.equal(await panel.locator('td[lang=en] .entry').first().getAttribute('data-lines'), '15-15');
    assert.match(await panel.locator('dd', { hasText: '02/30/2025' }).innerText(), /date\/invalid/);
    assert.equal(await panel.locator('td.none').count(), 2);
    await page.waitForSelector('.tab', { hasText: 'Side by Side: 簡報.brief' });
  },
  'the panel follows typing and the cursor': async () => {
    const panel = await pairs();
    await line('中國軍事官員').click();
    await panel.locator('tr.current', { hasText: '中國軍事官員' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type('今年亦然。');
    await panel.locator('tr.current', { hasText: '今年亦然' }).waitFor();
  },
  'a click in the panel leads to the text': async () => {
    const panel = await pairs();
    await panel.getByText('China seeks to build').click();
    await shows('.statusbar', 'Ln 16, Col 1');
    await panel.locator('tr.current.lead').waitFor();
    await page.keyboard.type('Surely, ');
    await panel.getByText('Surely, China seeks to build').waitFor();
    await shot('pairs');
    await page.keyboard.press('Control+Z');
    await page.getByRole('button', { name: /^Close \(/ }).last().click();
    await line('China seeks').click();
    await page.keyboard.press('Control+Home');
  },
  'a quick fix rewrites the date': async () => {
    await line('02/30/2025').click();
    await page.keyboard.press('End');
    for (const _ of '02/30/2025') await page.keyboard.press('Backspace');
    await page.keyboard.type('2025-04-17');
    await page.waitForSelector('.monaco-editor .squiggly-warning');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+.');
    await shows('.action-widget', '04/17/2025');
    await shot('quick fix menu');
    await page.keyboard.press('Enter');
    await shows('.view-lines', '日期/Date: 04/17/2025');
  },
  'a missing server is told, with every place': async () => {
    profile.set({ 'brief.server.path': '~/nowhere/brief-ls' });
    const toast = '.notifications-toasts';
    await shows(toast, 'The language server brief-ls was not found.');
    await shows(toast, `brief.server.path (${profile.root}/home/nowhere/brief-ls)`);
    await shows(toast, 'server/brief-ls, PATH, ');
    await shows(toast, `${profile.root}/home/.cargo/bin/brief-ls`);
    await shows(toast, 'cargo install brief-ls');
    for (const button of ['Open Settings', 'Show Log']) await shows(toast, button);
    assert.equal(await page.locator('.squiggly-error').count(), 0);
  },
  'the log opens': async () => {
    await page.getByRole('button', { name: 'Show Log' }).click();
    // Its lines cannot be seen here: this VS Code runs without the native module that writes logs.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.part.panel select')].some(list => list.selectedOptions[0]?.text === 'Policy Briefs'),
    );
  },
  'the server is back when the setting is right': async () => {
    profile.set({ 'brief.server.path': program });
    await page.waitForSelector('.monaco-editor .squiggly-error');
  },
});

const half = `作者/Author(s): Erik Green

網站來源/Source: International Institute for Strategic Studies

日期/Date: 04/17/2025

關鍵字/Keywords: 軍事、中國

摘要:
中國正積極推動以「全球南方國家」為核心的新型國際秩序。
  • 中國軍事官員與外國軍事領導人會晤的頻率增加35%。
  • 歐盟對俄羅斯石油實施制裁，影響全球南方國家。
  • 2025年3月9日，日本防衛省編列527億美元，並與北約擴大合作。

Summary:
China seeks to build a new international order with Global South countries as primary members.
  • Chinese military officials met foreign military leaders 53% more often.
  • The European Union imposed sanctions on Russian oil, affecting the Global South.
  •
`;

const walkOfATranslator = ({ page, line, pairs, shows, open }, name) => ({
  'lenses and colours tell how the halves go together': async () => {
    await open(name);
    await shows('.codelens-decoration', '3 ↔ 3 points · paired');
    await page.waitForSelector('.monaco-editor .squiggly-warning');
  },
  'what the partner says is offered in a point': async () => {
    await line('European Union').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    // Slowly: VS Code drops what a busy server answers after the last letter.
    await page.keyboard.type(' On Mar', { delay: 400 });
    await shows('.suggest-widget.visible', 'March 9, 2025');
    await page.keyboard.press('Tab');
    await page.keyboard.type(', Japan spent ');
    await page.keyboard.type('52', { delay: 400 });
    await shows('.suggest-widget.visible', '$52.7 billion');
  },
  'and is explained': async () => {
    await page.keyboard.press('Control+Space');
    await shows('.suggest-details', '日本防衛省編列527億美元');
  },
  'everything is offered on request': async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.type(' with ');
    await page.keyboard.press('Control+Space');
    await shows('.suggest-widget.visible', 'NATO');
    await page.keyboard.press('Escape');
    await shows('.view-lines', 'On March 9, 2025, Japan spent $52.7 billion with');
  },
  'hovering a number tells whether the partner agrees': async () => {
    await line('頻率增加').locator('span', { hasText: '35%' }).last().hover();
    await shows('.monaco-hover', 'the partner says something else: 53%');
  },
  'pairs and points are moved from the menu of refactorings': async () => {
    await line('中國軍事官員').click();
    await page.keyboard.press('Control+Shift+R');
    await shows('.action-widget', 'Move this pair down, in both languages');
    await page.getByText('Swap this point with the next one').click();
    await shows('.view-lines', '②');
    await shows('.codelens-decoration', 'in another order');
  },
  'a click on the findings lists them': async () => {
    await page.locator('.codelens-decoration a', { hasText: 'findings' }).first().click();
    await shows('.peekview-widget', 'Locations (3)');
    await page.keyboard.press('Escape');
  },
  'lenses follow what is typed beside the panel': async () => {
    await page.getByRole('button', { name: 'Show Side by Side' }).click();
    await pairs();
    await page.locator('.view-line span span', { hasText: '53%' }).dblclick();
    await page.keyboard.type('35%');
    await until('one finding less', async () => !(await lensesOf(page)).includes('3 findings'));
    await shows('.codelens-decoration', '2 findings');
    await (await pairs()).getByText('more often').waitFor();
    await page.getByRole('button', { name: /^Close \(/ }).last().click();
  },
});

const lensesOf = async page => (await page.locator('.codelens-decoration').allInnerTexts()).join(' ');

// Its keyword is in no other brief that is closed: VS Code undoes a change of several files only where they are open.
const old = half.replace('關鍵字/Keywords: 軍事', '關鍵字/Keywords: 經濟');

const walkOfAWholeBrief = ({ page, inWorkspace, onDisk, line, shows, open, command, accept }, name) => ({
  'a new brief is begun': async () => {
    await open(name);
    await shows('.codelens-decoration', 'paired');
    await command('Brief: New Brief');
    await page.waitForSelector('.tab.active[data-resource-name="Untitled-1"]');
    await shows('.view-lines', '日期/Date: ');
    await shows('.statusbar', 'Ln 1, Col 15');
  },
  'its fields are completed, Tab by Tab': async () => {
    const { keyboard } = page;
    await accept('Eri', 'Erik Green');
    await keyboard.press('Tab');
    await accept('iiss', 'International Institute for Strategic Studies');
    await keyboard.press('Tab');
    // Today is only proposed.
    await keyboard.type('03/09/2025');
    await keyboard.press('Tab');
    await accept('jingji', '經濟');
    await keyboard.press('Tab');
    await keyboard.type('日本大幅增加軍事支出。');
    await keyboard.press('Tab');
    await keyboard.type('北約表示歡迎。');
    await keyboard.press('Tab');
    await accept('Jap', 'Japan');
    await keyboard.type(' spends far more than it did.');
    await keyboard.press('Tab');
    await accept('NA', 'NATO');
    await keyboard.type(' welcomed this.');
    await shows('.view-lines', '日期/Date: 03/09/2025');
    await until('all is well', async () => (await lensesOf(page)) === '1 ↔ 1 points · paired 1 ↔ 1 points · paired');
  },
  'it is exported to Word': async () => {
    await command('Brief: Export');
    await page.locator('.quick-input-title', { hasText: 'Export Brief' }).waitFor();
    const asked = page.locator('.quick-input-widget input[type=text]');
    await until('the folder is proposed', async () => (await asked.inputValue()) === inWorkspace(path.sep));
    await asked.press('End');
    await asked.pressSequentially('sent.docx');
    await until('the name is typed', async () => (await asked.inputValue()) === inWorkspace('sent.docx'));
    await asked.press('Enter');
    await shows('.notifications-toasts', `Written: ${inWorkspace('sent.docx')}`);
    assert.equal(onDisk('sent.docx').slice(0, 2), 'PK');
  },
  'the Word file becomes a brief again': async () => {
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'sent.docx' }).click({ button: 'right' });
    const entry = page.getByRole('menuitem', { name: 'Import Word File as Brief' });
    await entry.waitFor();
    // A menu that has just come up takes no clicks.
    await until('the entry is taken', async () => {
      await entry.click({ timeout: 300 }).catch(() => {});
      return !(await entry.isVisible());
    });
    await page.waitForSelector('.tab.active[data-resource-name="sent.brief"]');
    assert.match(onDisk('sent.brief'), /^  • NATO welcomed this\.$/m);
    // Nothing is left that has no file, so that nobody asks for its name.
    await page.locator('.tab', { hasText: 'Untitled-1' }).click();
    await command('View: Revert and Close Editor');
    await page.waitForSelector('.tab.active[data-resource-name="sent.brief"]');
  },
  'a keyword is renamed in all briefs, and that is undone': async () => {
    await line('關鍵字').locator('span', { hasText: '經濟' }).last().click();
    await page.keyboard.press('F2');
    await page.waitForSelector('.rename-box input:focus');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('財經');
    await page.keyboard.press('Enter');
    await until('the other brief is renamed', () => onDisk(name).includes('關鍵字/Keywords: 財經、中國'));
    await shows('.view-lines', '關鍵字/Keywords: 財經');
    await page.keyboard.press('Control+Z');
    await shows('.view-lines', '關鍵字/Keywords: 經濟');
    await page.locator('.tab', { hasText: name }).click();
    await shows('.view-lines', '關鍵字/Keywords: 經濟、中國');
  },
});

const walkInChinese = ({ page, profile, shows, open }, name) => ({
  'the findings are in Chinese': async () => {
    await open(name);
    await page.waitForSelector('.monaco-editor .squiggly-error');
    await page.keyboard.press('Control+Shift+M');
    await shows('.markers-panel', '沒有「02/30/2025」這一天');
  },
  'the commands are in Chinese': async () => {
    await page.keyboard.press('F1');
    await page.keyboard.type('Brief: ');
    await shows('.quick-input-widget', 'Brief: 重新啟動語言伺服器');
    await shows('.quick-input-widget', 'Brief: 顯示中英對照');
    await page.keyboard.press('Escape');
  },
  'a missing server is told in Chinese': async () => {
    profile.set({ 'brief.server.path': '/nowhere/brief-ls' });
    await shows('.notifications-toasts', '找不到語言伺服器 brief-ls。已尋找：brief.server.path (/nowhere/brief-ls)、');
    await shows('.notifications-toasts', '開啟設定');
  },
});

export async function runWindow(program, report) {
  fs.rmSync(shots, { recursive: true, force: true });
  await inWindow(program, report, 'en', {
    '簡報.brief': { text: brief, walk: walkOfAnAuthor },
    '半篇.brief': { text: half, walk: walkOfATranslator },
    '舊文.brief': { text: old, walk: walkOfAWholeBrief },
  });
  await inWindow(program, report, 'zh-tw', { '簡報.brief': { text: brief, walk: walkInChinese } });
}
