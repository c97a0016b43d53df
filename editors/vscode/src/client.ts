// Runs the language server: finds it, starts it, restarts it, and says so when it cannot.

import { spawn } from 'node:child_process';
import * as os from 'node:os';
import { text } from 'node:stream/consumers';
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

  /** Starts the server if need be, and waits until it runs or has failed to. */
  ready(): Promise<void> {
    this.start();
    return this.turn;
  }

  /** Runs the program once with a text on its standard input; what it complains of, if it fails. */
  async run(args: string[], input = ''): Promise<string | undefined> {
    const searched = this.places();
    const program = findProgram(searched);
    if (!program) return notFound(searched);
    const child = spawn(program, args, { env: { ...process.env, LC_ALL: vscode.env.language }, stdio: ['pipe', 'ignore', 'pipe'] });
    const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    child.stdin.on('error', error => this.log.warn(String(error))).end(input);
    try {
      const [complaint, status] = await Promise.all([text(child.stderr), ended]);
      return status === 0 ? undefined : complaint.trim() || `brief-ls ${args[0]}: ${status}`;
    } catch (error) {
      return String(error);
    }
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
        middleware: {
          // An empty answer to a blank would make VS Code overlook the letter that is typed before it comes.
          provideCompletionItem: (document, position, context, token, next) =>
            context.triggerCharacter === ' ' && !opensAList(document, position)
              ? undefined
              : next(document, position, context, token),
        },
        errorHandler: {
          // Writing to a crashed server fails before its end is noticed. By default that shuts the client down for good.
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => usual.closed(),
        },
      },
    );
    const usual = client.createDefaultErrorHandler();
    client.registerFeature({
      fillClientCapabilities: capabilities => {
        capabilities.experimental = { ...capabilities.experimental, commands: { commands: ['brief.placeCursor'] } };
      },
      initialize: () => {},
      getState: () => ({ kind: 'static' }),
      clear: () => {},
    });
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
    this.say(vscode.window.showErrorMessage, notFound(searched));
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

function notFound(searched: Place[]): string {
  return vscode.l10n.t(
    'The language server brief-ls was not found. Searched: {0}. Install it with “cargo install brief-ls” or set brief.server.path, then run “Brief: Restart Language Server”.',
    new Intl.ListFormat(vscode.env.language).format(searched.map(place => place.name)),
  );
}

/** Whether a blank follows a label's colon, a comma of a list, or what opens a value of brief.toml. */
function opensAList(document: vscode.TextDocument, position: vscode.Position): boolean {
  return /[:：、,，={[]\s+$/.test(document.lineAt(position.line).text.slice(0, position.character));
}
