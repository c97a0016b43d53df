// What the tests share: a faultless brief, files in the workspace, and waiting for a condition.

import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** A brief without a fault, to which each test adds its own. */
export const faultless = `作者/Author(s): Erik Green

網站來源/Source: International Institute for Strategic Studies

日期/Date: 04/17/2025

關鍵字/Keywords: 軍事、中國

摘要:
中國正積極推動以全球南方國家為核心的新型國際秩序。
  • 中國在2023年後推動替代性國際秩序，並與各國元首舉行高層峰會。
  • 中國軍事官員與外國軍事領導人會晤的頻率大增。

Summary:
China seeks to build a new international order with Global South countries as primary members.
  • Since 2023, China has promoted an alternative international order and held summits with heads of state.
  • Chinese military officials met foreign military leaders far more often.
`;

export function fileInWorkspace(name: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the tests run in a folder');
  return path.join(folder.uri.fsPath, name);
}

export async function open(name: string, text: string): Promise<vscode.TextEditor> {
  fs.writeFileSync(fileInWorkspace(name), text);
  const doc = await vscode.workspace.openTextDocument(fileInWorkspace(name));
  return vscode.window.showTextDocument(doc);
}

/** Asks again and again until the answer satisfies; the last answer is in the error. */
export async function until<T>(what: string, ask: () => T | Thenable<T>, enough: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what}; last seen: ${JSON.stringify(answer)}`);
    await pause(50);
  }
}

export const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

export interface Finding {
  rule: string;
  severity: string;
  text: string;
}

/** What the server reports at warning or above, with the text under each range. */
export function findings(doc: vscode.TextDocument): Finding[] {
  return vscode.languages
    .getDiagnostics(doc.uri)
    .filter(found => found.source === 'brief-ls' && found.severity <= vscode.DiagnosticSeverity.Warning)
    .map(({ code, severity, range }) => ({
      rule: String(typeof code === 'object' ? code.value : code),
      severity: vscode.DiagnosticSeverity[severity],
      text: doc.getText(range),
    }));
}

export const rules = (doc: vscode.TextDocument) => findings(doc).map(finding => finding.rule);

export function waitForRule(doc: vscode.TextDocument, rule: string): Promise<string[]> {
  return until(`${rule} is reported`, () => rules(doc), found => found.includes(rule));
}

export function waitForQuiet(doc: vscode.TextDocument): Promise<string[]> {
  return until('nothing is reported', () => rules(doc), found => found.length === 0);
}

/** The quick fixes at a place. VS Code cancels the question when anything else happens to the document meanwhile. */
export function quickFixes(doc: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const ask = async () => {
    try {
      return await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        doc.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
        100,
      );
    } catch (error) {
      if (error instanceof Error && error.message === 'Canceled') return [];
      throw error;
    }
  };
  return until('quick fixes are offered', ask, actions => actions.length > 0);
}
