// What the editor can ask of a brief: terms of the partner, moves of pairs, numbers, lenses, colours, highlights.

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { faultless, open, until } from './briefs';

const crossed = (text: string) => {
  const lines = text.split('\n');
  return [...lines.slice(0, 15), lines[16], lines[15], ''].join('\n');
};

function after(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} is in the brief`);
  return document.positionAt(at + text.length);
}

const ask = <T>(command: string, ...more: unknown[]) => vscode.commands.executeCommand<T>(`vscode.${command}`, ...more);

describe('a brief that is being translated', () => {
  it('is offered what the partner says, and told where it comes from', async () => {
    const { document } = await open('terms.brief', faultless.replace(/Since 2023, .*\n/, 'In 2023, Chi\n'));
    const list = await until(
      'terms are offered',
      () => ask<vscode.CompletionList>('executeCompletionItemProvider', document.uri, after(document, '2023, Chi'), undefined, 9),
      ({ items }) => items.length > 0,
    );
    const [first] = list.items;
    assert.equal(typeof first?.label === 'string' ? first.label : first?.label.label, 'China');
    const told = first?.documentation instanceof vscode.MarkdownString ? first.documentation.value : first?.documentation;
    assert.match(told ?? '', /\*\*中國\*\*在2023年後/);
  });

  it('has its pairs moved in both languages', async () => {
    const editor = await open('move.brief', faultless);
    const { document } = editor;
    const at = after(document, '• 中國軍事');
    editor.selection = new vscode.Selection(at, at);
    const actions = await until(
      'moves are offered',
      () => ask<vscode.CodeAction[]>('executeCodeActionProvider', document.uri, new vscode.Range(at, at), 'refactor.move'),
      found => found.length > 0,
    );
    assert.deepEqual(actions.map(({ title }) => title), ['Move this pair up, in both languages']);
    await vscode.workspace.applyEdit(actions[0]?.edit ?? assert.fail('an edit'));
    const lines = document.getText().split('\n');
    assert.match(lines[10] ?? '', /^  • 中國軍事/);
    assert.match(lines[15] ?? '', /^  • Chinese military/);
    assert.equal(lines.length, faultless.split('\n').length);
    assert.deepEqual(editor.selection.active, after(document, '• 中國軍事'), 'the cursor goes along');
  });

  it('has a pair inserted, and the cursor in its new point', async () => {
    const editor = await open('insert.brief', faultless);
    const { document } = editor;
    const at = after(document, '• 中國軍事');
    editor.selection = new vscode.Selection(at, at);
    const actions = await until(
      'an insertion is offered',
      () => ask<vscode.CodeAction[]>('executeCodeActionProvider', document.uri, new vscode.Range(at, at), 'refactor.rewrite'),
      found => found.length > 0,
    );
    const insert = actions.find(({ title }) => title === 'Insert an empty pair below') ?? assert.fail('the action');
    await vscode.workspace.applyEdit(insert.edit ?? assert.fail('an edit'));
    const { command, arguments: args } = insert.command ?? assert.fail('a command');
    await vscode.commands.executeCommand(command, ...(args ?? []));
    assert.deepEqual(editor.selection.active, new vscode.Position(at.line + 1, 4));
    assert.equal(document.lineAt(at.line + 1).text, '  • ');
  });
});

describe('what stands beside the text', () => {
  const everything = new vscode.Range(0, 0, 99, 0);
  const numbers = async (document: vscode.TextDocument) => {
    const hints = await ask<vscode.InlayHint[]>('executeInlayHintProvider', document.uri, everything);
    return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(part => part.value).join(''))).join('');
  };

  it('are pair numbers where the order differs, or as the settings say', async () => {
    const { document } = await open('numbers.brief', crossed(faultless));
    await until('numbers are shown', () => numbers(document), found => found === '①②②①');
    const settings = vscode.workspace.getConfiguration('brief');
    await settings.update('inlayHints.pairNumbers', 'off', vscode.ConfigurationTarget.Workspace);
    try {
      await until('no numbers are shown', () => numbers(document), found => found === '');
    } finally {
      await settings.update('inlayHints.pairNumbers', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('numbers are back', () => numbers(document), found => found === '①②②①');
  });

  it('are lenses over both sections, whose commands exist', async () => {
    const { document } = await open('lenses.brief', crossed(faultless));
    const lenses = await until(
      'lenses are shown',
      () => ask<vscode.CodeLens[]>('executeCodeLensProvider', document.uri, 9),
      found => found.length >= 3,
    );
    const titles = lenses.map(({ command }) => command?.title);
    assert.ok(titles.includes('2 ↔ 2 points · in another order'), titles.join(', '));
    const known = await vscode.commands.getCommands(true);
    for (const { command } of lenses) assert.ok(known.includes(command?.command ?? ''), command?.command);
    const found = lenses.find(({ command }) => command?.command === 'brief.showFindings')?.command ?? assert.fail('findings');
    await vscode.commands.executeCommand(found.command, ...(found.arguments ?? []));
  });

  it('are colours that tell what agrees', async () => {
    const { document } = await open('colours.brief', faultless);
    const legend = await until(
      'there is a legend',
      () => ask<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend', document.uri),
      found => found !== undefined,
    );
    assert.deepEqual(legend.tokenModifiers, ['agrees', 'differs', 'unanswered']);
    const { data } = await ask<vscode.SemanticTokens>('provideDocumentSemanticTokens', document.uri);
    const agreeing = data.filter((number, index) => index % 5 === 4 && number === 1);
    assert.ok(agreeing.length >= 4, `${agreeing.length} agree`);
  });

  it('are both names of a term, lit up together', async () => {
    const { document } = await open('highlights.brief', faultless);
    const at = after(document, '全球');
    const places = await until(
      'the term is lit up',
      () => ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', document.uri, at),
      found => found.length > 1,
    );
    assert.deepEqual(places.map(({ range }) => document.getText(range)), ['全球南方國家', 'Global South']);
  });
});
