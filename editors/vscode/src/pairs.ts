// The panel that shows a brief side by side while it is written. What it shows is the server's page.

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

export interface Preview {
  html: string;
  version: number;
}

/** Asks the server for the page; undefined while no server runs or it does not know the document. */
export type AskForPreview = (document: vscode.TextDocument) => Promise<Preview | undefined>;

const TYPING_PAUSE_MS = 120;

/** One panel, which follows the active brief. */
export class PairsPanel implements vscode.Disposable {
  private panel?: vscode.WebviewPanel;
  private document?: vscode.TextDocument;
  private typing?: NodeJS.Timeout;
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly ask: AskForPreview,
  ) {
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(editor => this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.point(textEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.changed(document)),
    );
  }

  /** Opens the panel beside the active brief, or brings it forward. */
  show(): void {
    const editor = vscode.window.activeTextEditor;
    if (this.panel) this.panel.reveal(undefined, true);
    else this.panel = this.open();
    this.follow(editor);
  }

  /** The brief that is shown, while the panel is what one looks at. */
  get uri(): vscode.Uri | undefined {
    return this.panel?.active ? this.document?.uri : undefined;
  }

  dispose(): void {
    this.panel?.dispose();
    this.listeners.dispose();
  }

  private open(): vscode.WebviewPanel {
    const media = vscode.Uri.joinPath(this.extension, 'media');
    const panel = vscode.window.createWebviewPanel(
      'brief.pairs',
      vscode.l10n.t('Side by Side'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [media] },
    );
    panel.onDidDispose(() => {
      clearTimeout(this.typing);
      this.panel = this.document = undefined;
    });
    panel.onDidChangeViewState(() => {
      // A hidden panel forgets its page.
      if (panel.visible) void this.refresh();
    });
    panel.webview.onDidReceiveMessage((said: { ready?: true; line?: number }) => {
      if (said.ready) void this.refresh();
      if (said.line !== undefined) void this.reveal(said.line);
    });
    panel.webview.html = shell(panel.webview, media);
    return panel;
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (!this.panel || editor?.document.languageId !== 'brief') return;
    if (this.document !== editor.document) {
      this.document = editor.document;
      const name = editor.document.uri.path.split('/').pop() ?? '';
      this.panel.title = vscode.l10n.t('Side by Side: {0}', name);
      void this.refresh();
    }
    this.point(editor);
  }

  private changed(document: vscode.TextDocument): void {
    if (document !== this.document) return;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.refresh(), TYPING_PAUSE_MS);
  }

  private async refresh(): Promise<void> {
    const { panel, document } = this;
    if (!panel || !document) return;
    const preview = await this.ask(document);
    // What came too late is followed by what was asked for later.
    if (panel !== this.panel || document !== this.document || (preview && preview.version < document.version)) return;
    await panel.webview.postMessage({ html: preview?.html ?? notRunning() });
    const editor = vscode.window.visibleTextEditors.find(editor => editor.document === document);
    if (editor) this.point(editor);
  }

  private point(editor: vscode.TextEditor): void {
    if (editor.document === this.document) void this.panel?.webview.postMessage({ line: editor.selection.active.line });
  }

  /** Puts the cursor on a line of the brief, where its editor is. */
  private async reveal(line: number): Promise<void> {
    if (!this.document) return;
    const shown = vscode.window.visibleTextEditors.find(editor => editor.document === this.document);
    const text = this.document.lineAt(Math.min(line, this.document.lineCount - 1));
    const place = new vscode.Position(text.lineNumber, text.firstNonWhitespaceCharacterIndex);
    await vscode.window.showTextDocument(this.document, {
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
      selection: new vscode.Range(place, place),
    });
  }
}

/** The frame that the pages are put into: only our own script may run, and nothing is loaded from elsewhere. */
function shell(webview: vscode.Webview, media: vscode.Uri): string {
  const nonce = randomBytes(16).toString('hex');
  const at = (file: string) => String(webview.asWebviewUri(vscode.Uri.joinPath(media, file)));
  const policy = `default-src 'none'; style-src ${webview.cspSource} 'unsafe-inline'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style id="page-style"></style>
<link rel="stylesheet" href="${at('pairs.css')}">
</head>
<body><main></main><script nonce="${nonce}" src="${at('pairs.js')}"></script></body>
</html>`;
}

function notRunning(): string {
  const text = vscode.l10n.t('The language server is not running. “Brief: Show Log” tells why.');
  return `<style></style><main><p>${text}</p></main>`;
}
