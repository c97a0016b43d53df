// Runs the language server: finds it, starts it, restarts it, and says so when it cannot.

import * as os from 'node:os';
import * as vscode from 'vscode';
import { ErrorAction, LanguageClient } from 'vscode-languageclient/node';
import type { Preview } from './pairs';
import { findProgram, places, type Place } from './server';

export class Client {
  private running?: LanguageClient;
  private started = false;
  /** Starts and stops wait for one another, however fast they are asked for. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Starts the server, unless that was done or tried before. */
  start(): void {
    if (!this.started) void this.restart();
  }

  /** Stops the server if it runs, searches for the program again, and starts it. */
  restart(): Promise<void> {
    this.started = true;
    return this.inTurn(async () => {
      await this.halt();
      await this.launch();
    });
  }

  /** The page of a brief side by side; undefined while no server runs or when it fails. */
  async preview(document: vscode.TextDocument): Promise<Preview | undefined> {
    const client = this.running;
    const textDocument = client?.code2ProtocolConverter.asTextDocumentIdentifier(document);
    try {
      return (await client?.sendRequest<Preview | null>('brief/preview', { textDocument })) ?? undefined;
    } catch (error) {
      this.log.warn(String(error));
      return undefined;
    }
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.halt());
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(step).catch(error => this.log.error(String(error)));
    return this.turn;
  }

  private async halt(): Promise<void> {
    const old = this.running;
    this.running = undefined;
    // A server that has died cannot be stopped, which must not keep the next one from starting.
    await old?.dispose().catch(error => this.log.warn(String(error)));
  }

  private async launch(): Promise<void> {
    const searched = this.places();
    const command = findProgram(searched);
    if (!command) return this.sayNotFound(searched);
    const set = searched[0]?.files[0];
    if (set && set !== command) this.sayPassedOver(set, command);

    this.log.info(`starting ${command} server`);
    const client: LanguageClient = new LanguageClient(
      'brief',
      'Policy Briefs',
      { command, args: ['server'] },
      {
        documentSelector: ['file', 'untitled'].map(scheme => ({ language: 'brief', scheme })),
        outputChannel: this.log,
        errorHandler: {
          // Writing to a crashed server fails before its end is noticed. By default that shuts the client down for good.
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => usual.closed(),
        },
      },
    );
    const usual = client.createDefaultErrorHandler();
    this.running = client;
    // A start that fails is shown and logged by the library itself.
    await client.start();
  }

  private places(): Place[] {
    return places({
      setting: vscode.workspace.getConfiguration('brief').get('server.path', ''),
      folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      extension: this.context.extensionPath,
      home: os.homedir(),
      path: process.env.PATH ?? '',
      platform: process.platform,
    });
  }

  private sayNotFound(searched: Place[]): void {
    this.log.error('brief-ls was not found. Searched, in this order:');
    for (const place of searched) this.log.error([place.name, ...place.files].join('\n    '));
    this.say(
      vscode.window.showErrorMessage,
      vscode.l10n.t(
        'The language server brief-ls was not found. Searched: {0}. Install it with “cargo install brief-ls” or set brief.server.path, then run “Brief: Restart Language Server”.',
        new Intl.ListFormat(vscode.env.language).format(searched.map(place => place.name)),
      ),
    );
  }

  private sayPassedOver(set: string, used: string): void {
    this.log.warn(`brief.server.path names no program: ${set}; using ${used}`);
    this.say(
      vscode.window.showWarningMessage,
      vscode.l10n.t('brief.server.path names no program that can be run: {0}. Using {1} instead.', set, used),
    );
  }

  /** Shows a message with the two ways on; the server does not wait for the answer. */
  private say(show: (message: string, ...items: string[]) => Thenable<string | undefined>, message: string): void {
    const settings = vscode.l10n.t('Open Settings');
    const log = vscode.l10n.t('Show Log');
    void show(message, settings, log).then(answer => {
      if (answer === settings) void vscode.commands.executeCommand('workbench.action.openSettings', 'brief.server.path');
      if (answer === log) this.log.show();
    });
  }
}
