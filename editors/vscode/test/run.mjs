// Runs the suite in the extension host, then the run through the window, and counts.

import { runSuite } from './host.mjs';
import { runWindow } from './ui.mjs';

const program = process.argv[2];
const count = { passed: 0, failed: 0 };

const report = ({ title, error }) => {
  count[error ? 'failed' : 'passed']++;
  console.log(`${error ? 'FAILED' : 'ok    '} ${title}${error ? `\n${error.replace(/^/gm, '         ')}` : ''}`);
};

for (const run of [runSuite, runWindow]) {
  try {
    await run(program, report);
  } catch (error) {
    report({ title: run.name, error: String(error.stack ?? error) });
  }
}

console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
