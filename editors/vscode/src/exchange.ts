// What goes in and out of the editor: a fresh brief, a page or Word file for readers, and a Word file that came back.

import * as vscode from 'vscode';

/** Runs the brief-ls program with a text on its standard input; what went wrong, if anything did. */
export type Run = (args: string[], input?: string) => Promise<string | undefined>;

/** Opens a brief that has no file yet, from the server's template. */
export async function newBrief(serverIsReady: () => Promise<void>): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'brief' });
  const editor = await vscode.window.showTextDocument(document);
  await serverIsReady();
  const start = new vscode.Position(0, 0);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    start,
  );
  const template = items.map(item => item.insertText).find(text => text instanceof vscode.SnippetString);
  if (template) await editor.insertSnippet(template, start);
}

/** Asks where to, writes the brief as it is in the editor, and opens what was written. */
export async function exportBrief(run: Run, of?: vscode.Uri): Promise<void> {
  const document = of ? await vscode.workspace.openTextDocument(of) : vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'brief') return tell(vscode.l10n.t('Open the brief that is to be exported first.'));
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Brief'),
    defaultUri: document.uri.scheme === 'file' ? beside(document.uri, '.docx') : undefined,
    filters: {
      [vscode.l10n.t('Word file')]: ['docx'],
      [vscode.l10n.t('Web page, side by side')]: ['html'],
      Markdown: ['md'],
    },
  });
  if (!target) return;
  // The dialog has asked whether a file that is there may go.
  const args = ['export', '-', '--stdin-filename', nameOf(document), '--output', target.fsPath, '--force'];
  const trouble = await run(args, document.getText());
  await (trouble === undefined ? show(target) : tell(trouble));
}

/** Makes a brief of a Word file, beside it, and opens the brief. One that is there is replaced only if that is wanted. */
export async function importBrief(run: Run, of?: vscode.Uri): Promise<void> {
  const file = of ?? (await chooseWordFile());
  if (!file) return;
  const target = beside(file, '.brief');
  const args = ['import', file.fsPath, '--output', target.fsPath];
  if (await exists(target)) {
    const replace = vscode.l10n.t('Replace');
    const question = vscode.l10n.t('{0} is already there. Replace it?', target.fsPath);
    if ((await vscode.window.showWarningMessage(question, { modal: true }, replace)) !== replace) return;
    args.push('--force');
  }
  const trouble = await run(args);
  if (trouble !== undefined) return tell(trouble);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(target));
}

async function chooseWordFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Word File'),
    filters: { [vscode.l10n.t('Word file')]: ['docx'] },
  });
  return chosen?.[0];
}

/** Markdown is looked at here, all else in its own program, where the file is on the machine of the window. */
async function show(file: vscode.Uri): Promise<void> {
  if (file.path.endsWith('.md')) return void vscode.window.showTextDocument(file);
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
  const open = vscode.l10n.t('Open');
  const ways = isHere ? [open] : [];
  void vscode.window.showInformationMessage(vscode.l10n.t('Written: {0}', file.fsPath), ...ways).then(answer => {
    if (answer === open) void vscode.env.openExternal(file);
  });
}

async function tell(trouble: string): Promise<void> {
  void vscode.window.showErrorMessage(trouble);
}

/** The whole path, which decides the brief.toml that holds. */
function nameOf({ uri }: vscode.TextDocument): string {
  return uri.scheme === 'file' ? uri.fsPath : 'untitled.brief';
}

/** The file of the same name with another ending: `note.brief.txt` and `note.docx`. */
function beside(file: vscode.Uri, ending: string): vscode.Uri {
  return file.with({ path: file.path.replace(/(\.brief)?(\.\w+)?$/, ending) });
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
