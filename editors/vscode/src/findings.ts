// What a click on “2 findings” over a section does: goes to the one, or lists them all beside the text.

import * as vscode from 'vscode';

interface Place {
  line: number;
  character: number;
}

/** The arguments of the server's command, as they come over the wire. */
export async function showFindings(
  document: string,
  from: Place,
  findings: { uri: string; range: { start: Place; end: Place } }[],
): Promise<void> {
  const places = findings.map(({ uri, range: { start, end } }) => {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return new vscode.Location(vscode.Uri.parse(uri), range);
  });
  const at = new vscode.Position(from.line, from.character);
  const how = places.length === 1 ? 'goto' : 'peek';
  await vscode.commands.executeCommand('editor.action.goToLocations', vscode.Uri.parse(document), at, places, how);
}
