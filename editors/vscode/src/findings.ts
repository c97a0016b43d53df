// Where the server's commands lead: to what a lens such as “2 findings” counts, and into the point that an action added.

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

/** Puts the cursor where an action of the server wants it; an edit by itself leaves it where it was. */
export async function placeCursor(document: string, { line, character }: Place): Promise<void> {
  const at = new vscode.Range(line, character, line, character);
  await vscode.window.showTextDocument(vscode.Uri.parse(document), { selection: at });
}
