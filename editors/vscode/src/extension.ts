// The entry point: wires language detection, the client and the commands to the editor.

import * as vscode from 'vscode';
import { Client } from './client';
import { detectBriefs } from './detect';
import { exportBrief, importBrief, newBrief, type Run } from './exchange';
import { placeCursor, showFindings } from './findings';
import { PairsPanel } from './pairs';

let client: Client | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Policy Briefs', { log: true });
  const server = (client = new Client(context, log));

  const pairs = new PairsPanel(context.extensionUri, document => server.preview(document));

  const run: Run = (args, input) => server.run(args, input);

  // The extension also wakes for plain text, so the server waits for the first brief or brief.toml.
  const opened = (doc: vscode.TextDocument) => {
    if (doc.languageId === 'brief' || doc.uri.path.endsWith('/brief.toml')) server.start();
  };

  context.subscriptions.push(
    log,
    pairs,
    vscode.commands.registerCommand('brief.showPairs', () => pairs.show()),
    vscode.commands.registerCommand('brief.showFindings', showFindings),
    vscode.commands.registerCommand('brief.placeCursor', placeCursor),
    vscode.commands.registerCommand('brief.newBrief', () => newBrief(() => server.ready())),
    vscode.commands.registerCommand('brief.export', (of?: vscode.Uri) => exportBrief(run, of ?? pairs.uri)),
    vscode.commands.registerCommand('brief.import', (of?: vscode.Uri) => importBrief(run, of)),
    vscode.commands.registerCommand('brief.restart', () => server.restart()),
    vscode.commands.registerCommand('brief.showLog', () => log.show()),
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('brief.server.path')) void server.restart();
    }),
    detectBriefs(),
  );
  vscode.workspace.textDocuments.forEach(opened);
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
