// Serves one brief in a throw-away VS Code to the user's own browser, until Ctrl-C.

import path from 'node:path';
import { makeProfile, startWorkbench } from './workbench.mjs';

const [program, file] = process.argv.slice(2);
const profile = makeProfile({ 'brief.server.path': program });
process.on('exit', profile.remove);
const workbench = await startWorkbench(profile, { folder: path.dirname(file) });
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, async () => {
    await workbench.stop();
    process.exit(0);
  });
}
console.log(workbench.address([['openFile', workbench.uri(file)]]));
console.error('Open this address in a browser. Ctrl-C ends the editor; edits are made to the file itself.');
