// What the briefs of the workspace know of one another, those that are not open too.

import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { faultless, fileInWorkspace, open, until } from './briefs';

const ask = <T>(command: string, ...more: unknown[]) => vscode.commands.executeCommand<T>(`vscode.${command}`, ...more);

const other = faultless.replace('Erik Green', 'Zelda Quux').replace('軍事、中國', '觀雲、中國');

const nameOf = (uri: vscode.Uri) => uri.path.split('/').pop();

describe('the briefs of a workspace', () => {
  before(async () => {
    fs.mkdirSync(fileInWorkspace('archive'));
    fs.writeFileSync(fileInWorkspace('archive/other.brief'), other);
    // A server reads the folder as it starts.
    await vscode.commands.executeCommand('brief.restart');
  });

  it('offer the authors that they have', async () => {
    const { document } = await open('archive/author.brief', faultless.replace('Erik Green', 'Zel'));
    const at = new vscode.Position(0, document.lineAt(0).text.length);
    const labels = await until(
      'Zelda Quux is offered',
      async () => {
        const { items } = await ask<vscode.CompletionList>('executeCompletionItemProvider', document.uri, at);
        return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      },
      found => found.includes('Zelda Quux'),
    );
    assert.deepEqual(labels, ['Zelda Quux']);
  });

  it('are found by what they name', async () => {
    const { document } = await open('archive/reference.brief', faultless.replace('軍事', '觀雲'));
    const at = document.positionAt(document.getText().indexOf('觀雲'));
    const places = await until(
      'both are found',
      () => ask<vscode.Location[]>('executeReferenceProvider', document.uri, at),
      found => found.length >= 2,
    );
    assert.deepEqual(places.map(({ uri }) => nameOf(uri)).sort(), ['other.brief', 'reference.brief']);
  });

  it('have a keyword renamed in all of them', async () => {
    const { document } = await open('archive/rename.brief', faultless.replace('軍事', '觀雲'));
    const at = document.positionAt(document.getText().indexOf('觀雲'));
    const edit = await until(
      'the rename is answered',
      () => ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', document.uri, at, '看雲'),
      found => found.size >= 2,
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const unopened = await vscode.workspace.openTextDocument(fileInWorkspace('archive/other.brief'));
    for (const changed of [document, unopened]) assert.match(changed.getText(), /^關鍵字\/Keywords: 看雲、中國$/m);
  });

  it('are symbols of the workspace, by pinyin too', async () => {
    const found = await until(
      'the brief is found',
      () => ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'zelda'),
      symbols => symbols.length > 0,
    );
    assert.deepEqual(found.map(({ location }) => nameOf(location.uri)), ['other.brief']);
    const byPinyin = await ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'zhongguo');
    assert.ok(byPinyin.some(({ location }) => nameOf(location.uri) === 'other.brief'));
  });

  it('are known as soon as they are written', async () => {
    fs.writeFileSync(fileInWorkspace('archive/new.brief'), other.replace('Zelda Quux', 'Xaver Yps'));
    await until(
      'the brief is found',
      () => ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'xaver'),
      symbols => symbols.length > 0,
    );
  });
});
