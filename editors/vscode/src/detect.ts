// Gives the language `brief` to .txt and .md files that read like briefs, whatever their name.

import * as vscode from 'vscode';
import labels from './labels.json';

const HEAD = 40;
const ENOUGH = 2;
const known = new Set(labels);

// \s also covers the ideographic space and a byte order mark.
const withColon = /^[\s#*_]*([^:]+?)[\s*_]*:/;
const asHeading = /^\s*(?:#+|\*\*|__)\s*([^:]+?)[\s#*_]*$/;

/**
 * Whether the first lines hold two or more different known labels. The front matter of a web page (author:, date:)
 * does not count: most blog posts have one.
 */
export function looksLikeBrief(lines: Iterable<string>): boolean {
  const found = new Set<string>();
  let read = 0;
  let frontMatter = false;
  for (const line of lines) {
    const isFence = line.trimEnd() === '---';
    frontMatter = read === 0 ? isFence : frontMatter && !isFence;
    const label = frontMatter ? undefined : labelOf(line);
    if (label) found.add(label);
    if (found.size >= ENOUGH) return true;
    if (++read >= HEAD) break;
  }
  return false;
}

/** The label at the head of a line in its plain form: halfwidth, lower case, without Markdown marks. */
export function labelOf(line: string): string | undefined {
  // NFKC makes ：／（） halfwidth.
  const plain = line.normalize('NFKC').toLowerCase();
  const head = withColon.exec(plain)?.[1] ?? asHeading.exec(plain)?.[1];
  const parts = head?.split('/').map(part => part.trim().replace(/\s+/g, ' ')) ?? [];
  const isLabel = [1, 2].includes(parts.length) && parts.every(part => known.has(part));
  return isLabel ? parts.join('/') : undefined;
}

/** Watches documents as they open and are saved. */
export function detectBriefs(): vscode.Disposable {
  // The same document opening again means that its language changed, and that was the user's choice.
  const seen = new WeakSet<vscode.TextDocument>();
  const chosen = new Set<string>();

  const look = (doc: vscode.TextDocument) => {
    if (!chosen.has(doc.uri.toString()) && mayBeBrief(doc) && looksLikeBrief(firstLines(doc))) {
      void vscode.languages.setTextDocumentLanguage(doc, 'brief');
    }
  };
  const opened = (doc: vscode.TextDocument) => {
    if (seen.has(doc)) {
      if (doc.languageId !== 'brief') chosen.add(doc.uri.toString());
      return;
    }
    seen.add(doc);
    look(doc);
  };

  vscode.workspace.textDocuments.forEach(opened);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidSaveTextDocument(look),
  );
}

function mayBeBrief(doc: vscode.TextDocument): boolean {
  return (
    ['plaintext', 'markdown'].includes(doc.languageId) &&
    /\.(txt|md)$/i.test(doc.uri.path) &&
    doc.uri.scheme === 'file' &&
    !isAssociated(doc)
  );
}

/** Whether the user's own files.associations name a language for this file. */
function isAssociated(doc: vscode.TextDocument): boolean {
  const globs = Object.keys(vscode.workspace.getConfiguration('files', doc).get<object>('associations', {}));
  return globs.some(glob => vscode.languages.match({ pattern: glob.includes('/') ? glob : `**/${glob}` }, doc) > 0);
}

function* firstLines(doc: vscode.TextDocument): Iterable<string> {
  for (let line = 0; line < Math.min(HEAD, doc.lineCount); line++) yield doc.lineAt(line).text;
}
