// What the extension host calls: runs mocha over the suite and leaves the results in a file.

import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 30_000, reporter: class {} as never });
  for (const file of fs.readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  const results: { title: string; error?: string }[] = [];
  const file = process.env.BRIEF_TEST_RESULTS ?? '';
  const add = (title: string, error?: string) => {
    results.push({ title, error });
    // After every test, so that a run that hangs still tells how far it came.
    fs.writeFileSync(file, JSON.stringify(results));
  };
  const failures = await new Promise<number>(resolve => {
    mocha
      .run(resolve)
      .on('pass', test => add(test.fullTitle()))
      .on('fail', (test, error) => add(test.fullTitle(), error.stack ?? error.message));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
