// brief.toml in the editor: what is wrong in it is told, what it says holds at once, and decisions are written into it.

import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { faultless, fileInWorkspace, open, quickFixes, until } from './briefs';

const future = faultless.replace('04/17/2025', '04/17/2099');

/** The severities of date/future in a brief. */
const ofFuture = (document: vscode.TextDocument) =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'date/future')
    .map(({ severity }) => vscode.DiagnosticSeverity[severity]);

const waitFor = (document: vscode.TextDocument, severity: string) =>
  until(`date/future is ${severity}`, () => ofFuture(document).join(), found => found === severity);

async function rewrite(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** A folder of the workspace with a brief in it and a brief.toml that says `toml`. */
async function house(name: string, toml: string): Promise<vscode.TextDocument> {
  fs.mkdirSync(fileInWorkspace(name));
  fs.writeFileSync(fileInWorkspace(`${name}/brief.toml`), toml);
  return (await open(`${name}/note.brief`, future)).document;
}

const graver = '[lint]\nseverity = { "date/future" = "error" }\n';

describe('brief.toml', () => {
  it('that is broken is told where and what was meant, while its last good decisions stay', async () => {
    const brief = await house('broken', graver);
    await waitFor(brief, 'Error');
    const toml = await vscode.workspace.openTextDocument(fileInWorkspace('broken/brief.toml'));
    await vscode.window.showTextDocument(toml, vscode.ViewColumn.Beside);
    await rewrite(toml, '# 我們的作法\n[lnt]\n');
    const [problem] = await until(
      'the problem is told',
      () => vscode.languages.getDiagnostics(toml.uri).filter(({ source }) => source === 'brief-ls'),
      found => found.length > 0,
    );
    assert.deepEqual(problem?.range, new vscode.Range(1, 1, 1, 4));
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(problem?.message ?? '', /lnt.*lint/);
    assert.deepEqual(ofFuture(brief), ['Error']);

    await rewrite(toml, graver.replace('error', 'warning'));
    await waitFor(brief, 'Warning');
    await until('nothing is told', () => vscode.languages.getDiagnostics(toml.uri), found => found.length === 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitFor(brief, 'Error');
  });

  it('is followed when something else writes it', async () => {
    const brief = await house('written', '');
    await waitFor(brief, 'Information');
    fs.writeFileSync(fileInWorkspace('written/brief.toml'), graver);
    await waitFor(brief, 'Error');
    fs.rmSync(fileInWorkspace('written/brief.toml'));
    await waitFor(brief, 'Information');
  });

  it('takes a finding that is accepted, its comments kept', async () => {
    const ours = '# 我們的作法\n[header] # 欄位\noptional = ["title"]   # 可有可無\n';
    const brief = await house('accepted', ours);
    await waitFor(brief, 'Information');
    const date = brief.lineAt(4).range;
    const actions = await quickFixes(brief, date);
    const accept = actions.find(({ title }) => title === 'Accept this here (date/future)');
    assert.ok(accept?.edit, `not offered: ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(accept.edit));
    await waitFor(brief, '');
    const toml = await vscode.workspace.openTextDocument(fileInWorkspace('accepted/brief.toml'));
    assert.ok(toml.getText().startsWith(ours), toml.getText());
    assert.ok(toml.getText().endsWith('[[lint.accept]]\nrule = "date/future"\ntext = "04/17/2099"\nfile = "note.brief"\n'));
  });

  it('is offered what can stand there, and explains what does', async () => {
    await house('offered', '');
    const toml = await vscode.workspace.openTextDocument(fileInWorkspace('offered/brief.toml'));
    const editor = await vscode.window.showTextDocument(toml);
    const half = '# 我們的作法😀\n[lint]\nignore = ["text", "date/fu';
    await rewrite(toml, half);
    const offered = await until('rules are offered', () => offers(toml, half.length), items => items.length > 0);
    const [future] = offered;
    assert.deepEqual(offered.map(labelOf), ['date/future']);
    assert.match(textOf(future?.documentation), /lies in the future/);
    await rewrite(toml, '[form');
    assert.deepEqual((await offers(toml, 5)).map(labelOf), ['[format]']);
    await rewrite(toml, '[header]\nfie');
    assert.deepEqual((await offers(toml, 12)).map(labelOf), ['fields']);

    await rewrite(toml, '[format]\nindent = 4\n');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', toml.uri, new vscode.Position(1, 2));
    assert.match(textOf(hover?.contents[0]), /Blanks before the mark.*default: 2/s);

    // With the keys that a person types.
    await rewrite(toml, '');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    for (const key of 'mess') await vscode.commands.executeCommand('type', { text: key });
    const accepted = async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return toml.getText();
    };
    await until('the key is taken', accepted, text => text === 'messages = ');
    await vscode.commands.executeCommand('type', { text: '"' });
    await until('a value is taken', accepted, text => text === 'messages = "en"');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

/** What the server offers at a place; VS Code itself offers words of open files only where nobody else offers any. */
async function offers(document: vscode.TextDocument, offset: number): Promise<vscode.CompletionItem[]> {
  const at = document.positionAt(offset);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
  return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

const textOf = (text?: string | vscode.MarkdownString | vscode.MarkedString) =>
  text === undefined ? '' : typeof text === 'string' ? text : text.value;
