// Runs VS Code as a local server with a throw-away profile, and a browser that shows it.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const extension = path.resolve(fileURLToPath(import.meta.url), '../..');
export const installation = path.resolve(extension, '../../target/editors/vscode');
export const vsix = path.join(extension, 'brief-ls.vsix');

const serverMain = path.join(installation, 'node_modules/code-server/lib/vscode/out/server-main.js');

/** What the editor itself says, for when a run goes wrong: VERBOSE=1. */
export const log = process.env.VERBOSE ? (...said) => console.error('[editor]', ...said) : () => {};

// A quiet window that looks the same on every run.
const userSettings = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': "'Noto Sans Mono CJK TC', monospace",
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.confirmBeforeClose': 'never',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** A folder with a home, the settings, the extension and a workspace of its own, deleted by `remove`. */
export function makeProfile(machineSettings) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'brief-vscode-'));
  const at = (...parts) => path.join(root, ...parts);
  const profile = {
    root,
    workspace: at('workspace'),
    set: settings => writeJson(at('data/Machine/settings.json'), settings),
    speak: language => addLanguage(at, language),
    remove: () => fs.rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
  for (const folder of ['home', 'run', 'tmp', 'workspace']) fs.mkdirSync(at(folder), { mode: 0o700 });
  writeJson(at('data/User/settings.json'), userSettings);
  profile.set(machineSettings);
  const install = spawnSync(process.execPath, [serverMain, ...folders(root), '--install-extension', vsix], {
    env: environment(root),
    encoding: 'utf8',
  });
  if (install.status !== 0) throw new Error(`the extension was not installed:\n${install.stdout}${install.stderr}`);
  return profile;
}

/** Starts VS Code on a free port. `address(payload)` is where the browser finds it; `stop` ends it. */
export async function startWorkbench(profile, { env = {}, folder = profile.workspace, flags = [] } = {}) {
  const token = randomBytes(16).toString('hex');
  const server = spawn(
    process.execPath,
    // prettier-ignore
    [serverMain, ...folders(profile.root), '--host', '127.0.0.1', '--port', '0', '--connection-token', token,
      '--accept-server-license-terms', '--telemetry-level', 'off', ...flags],
    // Its own process group, so that stopping takes the extension host and the language server along.
    { env: { ...environment(profile.root), ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let alive = true;
  const ended = new Promise(resolve =>
    server.on('exit', () => {
      alive = false;
      resolve();
    }),
  );
  const signal = name => {
    try {
      process.kill(-server.pid, name);
    } catch {
      // The group is gone, which is what was wanted.
    }
  };
  const atExit = () => signal('SIGKILL');
  process.once('exit', atExit);

  const port = await portOf(server);
  const uri = file => `vscode-remote://127.0.0.1:${port}${encodeURI(path.resolve(file))}`;
  return {
    uri,
    address: (payload = []) =>
      `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) })}`,
    async stop() {
      signal('SIGTERM');
      await Promise.race([ended, pause(3000)]);
      if (alive) await Promise.race([(signal('SIGKILL'), ended), pause(3000)]);
      signal('SIGKILL');
      process.off('exit', atExit);
    },
  };
}

/** A headless browser with one fresh page, which reaches nothing but this machine. */
export async function openBrowser(language = 'en') {
  const { chromium } = createRequire(path.join(installation, 'package.json'))('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? onPath('chromium'),
    // prettier-ignore
    args: ['--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage', '--disable-gpu',
      '--disable-quic', '--disable-sync', '--no-first-run', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])],
  });
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 860 },
  });
  await context.route(
    url => url.hostname !== '127.0.0.1',
    route => route.abort(),
  );
  await context.addInitScript(locale => localStorage.setItem('vscode.nls.locale', locale), language);
  const page = await context.newPage();
  page.on('console', message => log(message.text()));
  return { page, close: () => browser.close() };
}

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Waits until `condition` holds and returns what it gave. */
export async function until(what, condition, limit = 20_000) {
  const end = Date.now() + limit;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s for ${what}`);
    await pause(50);
  }
}

/** An empty language pack: the editor's own words stay English, while extensions speak the language. */
function addLanguage(at, language) {
  const identifier = { id: 'test.language-pack' };
  const version = '1.0.0';
  const folder = at('extensions/language-pack');
  const words = path.join(folder, 'words.json');
  writeJson(words, { contents: {} });
  writeJson(path.join(folder, 'package.json'), {
    name: 'language-pack',
    publisher: 'test',
    version,
    engines: { vscode: '*' },
    contributes: {
      localizations: [{ languageId: language, translations: [{ id: 'vscode', path: './words.json' }] }],
    },
  });
  const installed = at('extensions/extensions.json');
  const location = { $mid: 1, path: folder, scheme: 'file' };
  const pack = { identifier, version, location, relativeLocation: 'language-pack' };
  writeJson(installed, [...JSON.parse(fs.readFileSync(installed, 'utf8')), pack]);
  writeJson(at('data/languagepacks.json'), {
    [language]: {
      hash: language,
      extensions: [{ extensionIdentifier: identifier, version }],
      translations: { vscode: words },
    },
  });
}

function folders(root) {
  return ['--server-data-dir', root, '--user-data-dir', `${root}/data`, '--extensions-dir', `${root}/extensions`];
}

/** Nothing of the user's own environment, and no brief-ls on PATH. */
function environment(root) {
  return {
    EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}',
    HOME: `${root}/home`,
    LANG: 'C.UTF-8',
    PATH: [path.dirname(process.execPath), '/usr/bin', '/bin'].join(path.delimiter),
    TMPDIR: `${root}/tmp`,
    XDG_CACHE_HOME: `${root}/home/.cache`,
    XDG_CONFIG_HOME: `${root}/home/.config`,
    XDG_DATA_HOME: `${root}/home/.local/share`,
    XDG_RUNTIME_DIR: `${root}/run`,
    XDG_STATE_HOME: `${root}/home/.local/state`,
  };
}

function portOf(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = chunk => {
      log(String(chunk));
      output += chunk;
      const port = /bound to 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('exit', () => reject(new Error(`VS Code did not start:\n${output}`)));
    setTimeout(() => reject(new Error(`VS Code named no port within 30 s:\n${output}`)), 30_000).unref();
  });
}

function onPath(program) {
  const found = process.env.PATH.split(path.delimiter).map(folder => path.join(folder, program));
  return found.find(file => fs.existsSync(file));
}

function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(value, null, 2));
}
