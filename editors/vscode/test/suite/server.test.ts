// The life of the server: where it is looked for, restarts, crashes.

import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { findProgram, places, type Surroundings } from '../../src/server';
import { faultless, fileInWorkspace, open, rules, until, waitForRule } from './briefs';

const around: Surroundings = {
  setting: '',
  extension: '/extension',
  home: '/home/writer',
  path: '/one::/two',
  folder: '/briefs',
  platform: 'linux',
};
const filesOf = (more: Partial<Surroundings>) => places({ ...around, ...more }).flatMap(place => place.files);

describe('the search for the server', () => {
  it('goes from the setting to the bundle, PATH and cargo', () => {
    assert.deepEqual(filesOf({ setting: '/set/brief-ls' }), [
      '/set/brief-ls',
      '/extension/server/brief-ls',
      '/one/brief-ls',
      '/two/brief-ls',
      '/home/writer/.cargo/bin/brief-ls',
    ]);
  });

  it('understands ~ and ${workspaceFolder}', () => {
    assert.equal(filesOf({ setting: '~/bin/brief-ls' })[0], '/home/writer/bin/brief-ls');
    assert.equal(filesOf({ setting: '${workspaceFolder}/bin/brief-ls' })[0], '/briefs/bin/brief-ls');
    assert.equal(filesOf({ setting: 'bin/brief-ls' })[0], '/briefs/bin/brief-ls');
  });

  it('looks for brief-ls.exe on Windows', () => {
    const windows = { platform: 'win32', extension: 'C:\\e', home: 'C:\\u', path: 'C:\\a;C:\\b' } as const;
    assert.deepEqual(filesOf(windows), [
      'C:\\e\\server\\brief-ls.exe',
      'C:\\a\\brief-ls.exe',
      'C:\\b\\brief-ls.exe',
      'C:\\u\\.cargo\\bin\\brief-ls.exe',
    ]);
  });

  it('takes the first program that can be run, and nothing else', () => {
    const [plain, program] = [fileInWorkspace('plain'), fileInWorkspace('program')];
    fs.writeFileSync(plain, '', { mode: 0o644 });
    fs.writeFileSync(program, '', { mode: 0o755 });
    const folder = fileInWorkspace('.');
    assert.equal(findProgram([{ name: '', files: ['/nowhere', folder, plain, program] }]), program);
    assert.equal(findProgram([{ name: '', files: ['/nowhere', folder, plain] }]), undefined);
  });

  it('names every place', () => {
    assert.deepEqual(
      places({ ...around, setting: '~/x' }).map(place => place.name),
      ['brief.server.path (/home/writer/x)', '/extension/server/brief-ls', 'PATH', '/home/writer/.cargo/bin/brief-ls'],
    );
  });
});

describe('the server', () => {
  it('is a new process after the restart command, and reports again', async () => {
    const editor = await open('restart.brief', faultless.replace('04/17', '02/30'));
    const { document } = editor;
    await waitForRule(document, 'date/invalid');
    const before = serverProcess();
    await vscode.commands.executeCommand('brief.restart');
    assert.notEqual(serverProcess(), before);
    await waitForRule(document, 'date/invalid');
    await editor.edit(edit => edit.replace(document.lineAt(4).range, '日期/Date: 2025-04-17'));
    await waitForRule(document, 'date/format');
  });

  it('comes back after a crash', async () => {
    const { document } = await open('crash.brief', faultless.replace('04/17', '02/30'));
    await waitForRule(document, 'date/invalid');
    const before = serverProcess();
    process.kill(before, 'SIGKILL');
    await until('there is a new server', () => tryServerProcess(), pid => pid !== undefined && pid !== before);
    await waitForRule(document, 'date/invalid');
  });

  it('is restarted when brief.server.path changes, passing over a path that names nothing', async () => {
    const { document } = await open('setting.brief', faultless.replace('04/17', '02/30'));
    await waitForRule(document, 'date/invalid');
    const settings = vscode.workspace.getConfiguration('brief');
    await settings.update('server.path', '${workspaceFolder}/nowhere', vscode.ConfigurationTarget.Workspace);
    await until('the findings go', () => rules(document), found => found.length === 0);
    await settings.update('server.path', undefined, vscode.ConfigurationTarget.Workspace);
    await waitForRule(document, 'date/invalid');
  });
});

/** The server is the one child of the extension host that runs `… server`. */
function tryServerProcess(): number | undefined {
  const children = fs.readdirSync('/proc').filter(pid => {
    try {
      const parent = /\) \S (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
      return parent === String(process.pid) && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').endsWith('\0server\0');
    } catch {
      return false;
    }
  });
  assert.ok(children.length <= 1, `one server at a time, not ${children.join(', ')}`);
  return children[0] === undefined ? undefined : Number(children[0]);
}

function serverProcess(): number {
  const pid = tryServerProcess();
  assert.ok(pid, 'the server runs');
  return pid;
}
