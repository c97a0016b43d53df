// Runs the mocha suite inside the extension host of a real VS Code.

import fs from 'node:fs';
import path from 'node:path';
import { extension, log, makeProfile, openBrowser, pause, startWorkbench } from './workbench.mjs';

const LIMIT = 180_000;

export async function runSuite(program, report) {
  const results = [];
  const profile = makeProfile({ 'brief.server.path': program });
  const resultFile = path.join(profile.root, 'results.json');
  const workbench = await startWorkbench(profile, {
    env: { BRIEF_TEST_RESULTS: resultFile, BRIEF_LS: program },
    flags: ['--enable-smoke-test-driver'],
  });
  const browser = await openBrowser();
  try {
    const ended = new Promise(resolve => void browser.page.exposeFunction('codeAutomationExit', resolve));
    await browser.page.exposeFunction('codeAutomationLog', log);
    const suite = workbench.uri(path.join(extension, 'out/suite'));
    await browser.page.goto(
      workbench.address([
        ['skipWelcome', 'true'],
        ['extensionDevelopmentPath', suite],
        ['extensionTestsPath', `${suite}/index.js`],
      ]),
    );
    await Promise.race([ended, pause(LIMIT)]);
    results.push(...JSON.parse(fs.readFileSync(resultFile, 'utf8')));
  } catch (error) {
    results.push({ title: 'the suite runs to its end', error: String(error) });
  } finally {
    await browser.close();
    await workbench.stop();
    profile.remove();
  }
  results.forEach(report);
}
