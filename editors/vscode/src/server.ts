// Finds the brief-ls program, and remembers where it looked so that a message can say so.

import * as fs from 'node:fs';
import * as path from 'node:path';

export interface Surroundings {
  /** The setting brief.server.path as the user wrote it. */
  setting: string;
  /** The first workspace folder, for ${workspaceFolder} and relative paths. */
  folder?: string;
  /** Where the extension is installed. */
  extension: string;
  home: string;
  /** The environment variable PATH. */
  path: string;
  platform: NodeJS.Platform;
}

export interface Place {
  name: string;
  files: string[];
}

/** Every place that may hold the program, in the order in which they are searched. */
export function places(around: Surroundings): Place[] {
  const { delimiter, join } = around.platform === 'win32' ? path.win32 : path.posix;
  const program = around.platform === 'win32' ? 'brief-ls.exe' : 'brief-ls';
  const set = expand(around);
  const bundled = join(around.extension, 'server', program);
  const cargo = join(around.home, '.cargo', 'bin', program);
  const onPath = around.path.split(delimiter).filter(folder => folder !== '');
  return [
    set ? { name: `brief.server.path (${set})`, files: [set] } : { name: 'brief.server.path', files: [] },
    { name: bundled, files: [bundled] },
    { name: 'PATH', files: onPath.map(folder => join(folder, program)) },
    { name: cargo, files: [cargo] },
  ];
}

/** The first file of these places that can be run. */
export function findProgram(searched: Place[]): string | undefined {
  return searched.flatMap(place => place.files).find(isProgram);
}

function expand({ setting, folder, home, platform }: Surroundings): string | undefined {
  if (setting.trim() === '') return undefined;
  const { resolve } = platform === 'win32' ? path.win32 : path.posix;
  const file = setting
    .trim()
    .replace(/^~(?=$|[/\\])/, () => home)
    .replaceAll('${workspaceFolder}', () => folder ?? '.');
  return resolve(folder ?? home, file);
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
