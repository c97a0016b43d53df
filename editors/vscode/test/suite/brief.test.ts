// What an author meets in a brief: findings, quick fixes, completion, formatting.

import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { faultless, fileInWorkspace, findings, open, pause, quickFixes, rules, until, waitForQuiet, waitForRule } from './briefs';

const lastPoint = '  • Chinese military officials met foreign military leaders far more often.\n';

const faults = [
  { name: 'an ISO date', from: '04/17/2025', to: '2025-04-17', finding: 'Warning date/format', at: /^2025-04-17$/ },
  { name: 'an impossible date', from: '04/17/2025', to: '02/30/2025', finding: 'Error date/invalid', at: /^02\/30\/2025$/ },
  // Two characters outside the basic plane put the comma elsewhere for whoever counts wrongly.
  { name: 'a comma between keywords', from: '軍事、', to: '😀、𠮷、軍事，', finding: 'Warning keywords/separator', at: /^，$/ },
  { name: 'a point without a partner', from: lastPoint, to: '', finding: 'Error pairing/count', at: /^中國軍事官員.*。$|^Summary$/ },
];

describe('a brief', () => {
  for (const [index, { name, from, to, finding, at }] of faults.entries()) {
    it(`with ${name} gets ${finding} at its place and nothing else`, async () => {
      const { document } = await open(`fault-${index}.brief`, faultless.replace(from, to));
      const found = await until('something is reported', () => findings(document), all => all.length > 0);
      assert.deepEqual(found.map(({ severity, rule }) => `${severity} ${rule}`), [finding]);
      assert.match(found[0]?.text ?? '', at);
    });
  }

  it('without a fault gets nothing', async () => {
    const { document } = await open('quiet.brief', faultless.replace('04/17', '02/30'));
    await waitForRule(document, 'date/invalid');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '02/30'), '04/17');
    await vscode.workspace.applyEdit(edit);
    await waitForQuiet(document);
  });

  it('loses a finding when its quick fix is applied', async () => {
    const { document } = await open('quickfix.brief', faultless.replace('04/17/2025', '2025-04-17'));
    await waitForRule(document, 'date/format');
    const actions = await quickFixes(document, rangeOf(document, '2025-04-17'));
    const fix = actions.find(({ edit }) => edit?.get(document.uri).some(({ newText }) => newText.includes('04/17/2025')));
    assert.ok(fix?.edit, `no fix rewrites the date: ${actions.map(action => action.title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await waitForQuiet(document);
    assert.equal(document.getText(), faultless);
  });

  it('loses every harmless fault by source.fixAll', async () => {
    const editor = await open('fixall.brief', faultless.replace('04/17/2025', '2025-04-17'));
    await waitForRule(editor.document, 'date/format');
    await vscode.commands.executeCommand('editor.action.fixAll');
    await waitForQuiet(editor.document);
    assert.equal(editor.document.getText(), faultless);
  });

  for (const typed of ['外', 'waijiao', 'dip']) {
    it(`offers 外交 while ${typed} is typed in the keyword field`, async () => {
      const editor = await open(`complete-${typed}.brief`, faultless);
      const end = rangeOf(editor.document, '軍事、中國').end;
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand('type', { text: '、' });
      for (const text of typed) await vscode.commands.executeCommand('type', { text });
      await until(
        '外交 is offered',
        () => offers(editor),
        items => items.some(({ label }) => (typeof label === 'string' ? label : label.label) === '外交'),
      );
      await until(
        '外交 is accepted',
        async () => {
          await vscode.commands.executeCommand('acceptSelectedSuggestion');
          return editor.document.lineAt(end.line).text;
        },
        line => line === '關鍵字/Keywords: 軍事、中國、外交',
      );
    });
  }

  it('is formatted on save', async () => {
    const untidy = faultless.replace('04/17/2025', '04/17/2025   ').replaceAll('  • ', '•\t').replace('\n\n摘要', '\n\n\n\n摘要');
    const { document } = await open('format.brief', untidy);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, rangeOf(document, 'Erik Green').end, '  ');
    await vscode.workspace.applyEdit(edit);
    // VS Code has been seen to skip the formatter when a save follows an edit at once.
    await pause(150);
    assert.ok(await document.save());
    assert.equal(fs.readFileSync(fileInWorkspace('format.brief'), 'utf8'), faultless);
    await until('no safe fix is left', () => rules(document), found => found.length === 0);
  });

  it('is formatted in a selection, and nowhere else', async () => {
    const untidy = faultless.replaceAll('  • ', '•\t');
    const { document } = await open('range.brief', untidy.replace('04/17', '02/30'));
    await waitForRule(document, 'date/invalid');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      document.uri,
      document.lineAt(document.positionAt(document.getText().indexOf('•')).line).range,
      { tabSize: 2, insertSpaces: true },
    );
    const lines = new Set(edits.map(edit => edit.range.start.line));
    assert.deepEqual([...lines], [document.positionAt(document.getText().indexOf('•')).line]);
  });

  // The editor's own rules put in the mark of a bullet, the server that of a number; neither may do it twice.
  for (const [name, text, after] of [
    ['goes on after a bullet', '摘要:\n  • 甲', '摘要:\n  • 甲\n  • '],
    ['goes on after a bullet of another kind', '摘要:\n  ● 甲', '摘要:\n  ● 甲\n  ● '],
    ['counts on', '摘要:\n  1. 甲', '摘要:\n  1. 甲\n  2. '],
    ['counts on in Chinese', '摘要:\n（一）甲', '摘要:\n（一）甲\n（二）'],
    ['ends the list on an empty point', '摘要:\n  • 甲\n  • ', '摘要:\n  • 甲\n'],
    ['is only Enter elsewhere', '摘要:\n甲', '摘要:\n甲\n'],
  ] as const) {
    it(`${name} on Enter`, async () => {
      const editor = await open(`enter-${name.replaceAll(' ', '-')}.brief`, text);
      await until('the server has read it', () => rules(editor.document), found => found.length > 0);
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      await pause(300);
      await vscode.commands.executeCommand('type', { text: '\n' });
      await until(name, () => editor.document.getText(), found => found === after);
      // Late edits would show now, and the cursor is where one types on.
      await pause(300);
      assert.equal(editor.document.getText(), after);
      assert.deepEqual(editor.selection.active, editor.document.lineAt(editor.document.lineCount - 1).range.end);
    });
  }

  it('that has no file yet is served too', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'brief',
      content: faultless.replace('04/17', '02/30'),
    });
    await vscode.window.showTextDocument(document);
    await waitForRule(document, 'date/invalid');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function offers(editor: vscode.TextEditor): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
  );
  return list.items;
}

function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `${text} is in the file`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}
