// What an author meets in a brief: findings, quick fixes, completion, formatting.

import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { faultless, fileInWorkspace, findings, open, pause, rules, until, waitForQuiet, waitForRule } from './helpers';

const faults = [
  {
    name: 'an ISO date',
    from: '04/17/2025',
    to: '2025-04-17',
    expected: { rule: 'date/format', severity: 'Warning', text: '2025-04-17' },
  },
  {
    name: 'an impossible date',
    from: '04/17/2025',
    to: '02/30/2025',
    expected: { rule: 'date/invalid', severity: 'Error', text: '02/30/2025' },
  },
  {
    name: 'a comma between keywords',
    from: '軍事、中國',
    to: '軍事，中國',
    expected: { rule: 'keywords/separator', severity: 'Warning', text: '軍事，中國' },
  },
  {
    name: 'a point without a partner',
    from: '  • Chinese military officials met foreign military leaders far more often.\n',
    to: '',
    expected: {
      rule: 'pairing/count',
      severity: 'Error',
      text: '中國軍事官員與外國軍事領導人會晤的頻率大增。',
    },
  },
];

describe('a brief', () => {
  for (const [index, { name, from, to, expected }] of faults.entries()) {
    it(`with ${name} gets exactly ${expected.rule} at its place`, async () => {
      const { document } = await open(`fault-${index}.brief`, faultless.replace(from, to));
      await waitForRule(document, expected.rule);
      assert.deepEqual(findings(document), [expected]);
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
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, '2025-04-17'),
      vscode.CodeActionKind.QuickFix.value,
      100,
    );
    const fix = actions.find(({ edit }) => edit?.get(document.uri).some(({ newText }) => newText.includes('04/17/2025')));
    assert.ok(fix?.edit, `no fix rewrites the date: ${actions.map(action => action.title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await waitForQuiet(document);
    assert.equal(document.getText(), faultless);
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
