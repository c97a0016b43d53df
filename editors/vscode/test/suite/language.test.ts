// The language itself: which files are briefs, their colours, their brackets and lists, their words in two languages.

import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { labelOf, looksLikeBrief } from '../../src/detect';
import labels from '../../src/labels.json';
import { faultless, open, pause, until } from './briefs';

const extension = () => vscode.extensions.getExtension('brief-ls.brief-ls') ?? assert.fail('the extension is installed');
const json = (name: string) => JSON.parse(fs.readFileSync(path.join(extension().extensionPath, name), 'utf8'));

describe('the language', () => {
  for (const name of ['a.brief', 'a.brief.txt', 'a.brief.md']) {
    it(`of ${name} is brief by its name`, async () => {
      const { document } = await open(name, '');
      assert.equal(document.languageId, 'brief');
    });
  }

  for (const name of ['content.txt', 'content.md']) {
    it(`of ${name} with brief labels is brief`, async () => {
      const { document } = await open(name, faultless);
      await until('the language is brief', () => document.languageId, id => id === 'brief');
    });
  }

  it('of an ordinary .txt stays what it was, even when saved', async () => {
    const { document } = await open('ordinary.txt', 'Dear all,\n\nthe date: see below.\nSummary: none.\n');
    assert.ok(await vscode.workspace.save(document.uri));
    // Another file, detected after this one, shows that there was time enough.
    const later = await open('later.txt', faultless);
    await until('the other is brief', () => later.document.languageId, id => id === 'brief');
    assert.equal(document.languageId, 'plaintext');
  });

  it('of a .txt becomes brief once brief labels are saved', async () => {
    const { document } = await open('grows.txt', '');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), faultless);
    await vscode.workspace.applyEdit(edit);
    await vscode.workspace.save(document.uri);
    await until('the language is brief', () => document.languageId, id => id === 'brief');
  });

  it('that was chosen by hand is left alone', async () => {
    const { document } = await open('chosen.txt', faultless);
    await until('the language is brief', () => document.languageId, id => id === 'brief');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await vscode.workspace.save(document.uri);
    const later = await open('later-still.txt', faultless);
    await until('the other is brief', () => later.document.languageId, id => id === 'brief');
    assert.equal(document.languageId, 'plaintext');
  });

  it('that files.associations gives is left alone', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('associations', { 'minutes*.txt': 'plaintext' }, vscode.ConfigurationTarget.Workspace);
    const { document } = await open('minutes.txt', faultless);
    const later = await open('not-minutes.txt', faultless);
    await until('the other is brief', () => later.document.languageId, id => id === 'brief');
    assert.equal(document.languageId, 'plaintext');
    await files.update('associations', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('has its defaults', () => {
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'brief' });
    assert.equal(editor.get('formatOnSave'), true);
    assert.equal(editor.get('formatOnType'), true);
    assert.equal(editor.get('defaultFormatter'), 'brief-ls.brief-ls');
    assert.equal(editor.get('wordWrap'), 'on');
    assert.equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
  });
});

describe('labels', () => {
  it('are read in every dress', () => {
    const dressed: [string, string | undefined][] = [
      ['作者/Author(s): Erik Green', '作者/author(s)'],
      ['作者／Ａｕｔｈｏｒ（ｓ）：葛林', '作者/author(s)'],
      ['  Source / 來源 : IISS', 'source/來源'],
      ['**日期/Date**: 04/17/2025', '日期/date'],
      ['**Date:** 04/17/2025', 'date'],
      ['## 摘要', '摘要'],
      ['__Key  Words__：', 'key words'],
      ['\uFEFF作者：葛林', '作者'],
      ['摘要', undefined],
      ['The date: see below', undefined],
      ['a/b/date: x', undefined],
      ['', undefined],
    ];
    for (const [line, label] of dressed) assert.equal(labelOf(line), label, line);
  });

  it('count from two different ones within 40 lines', () => {
    assert.ok(looksLikeBrief(['作者: a', '日期: b']));
    assert.ok(!looksLikeBrief(['日期: a', '日期: b']));
    assert.ok(!looksLikeBrief(['---', 'author: a', 'date: b', '---', 'Text']));
    assert.ok(looksLikeBrief(['---', 'title: a', '---', '作者: a', '日期: b']));
    const far = (lines: number) => ['作者: a', ...Array<string>(lines).fill(''), '日期: b'];
    assert.ok(looksLikeBrief(far(38)));
    assert.ok(!looksLikeBrief(far(39)));
  });

  it('all have their colour', async () => {
    const tokens = await colour(labels.map(label => `${label}: x`));
    for (const label of labels) {
      const found = tokens.find(token => token.text === label);
      assert.match(found?.scopes ?? '', /entity\.name\.(tag\.label|section)\.brief/, label);
    }
  });
});

describe('the grammar', () => {
  it('knows values, dates, keywords, marks, separators and quotes', async () => {
    const tokens = await colour([
      '作者／Authors： 葛林',
      '日期/Date: 04/17/2025',
      '關鍵字/Keywords: 軍事、中國',
      '**Summary**',
      '  • 甲「乙《丙》」',
      '- item',
      '（一）item',
      '12. item',
      '1.5 billion',
      '---',
    ]);
    const scopes = (text: string) => tokens.filter(token => token.text.trim() === text).map(token => token.scopes).join();
    assert.match(scopes('作者／Authors'), /entity\.name\.tag\.label/);
    assert.match(scopes('葛林'), /string\.unquoted\.author/);
    assert.match(scopes('04/17/2025'), /constant\.numeric\.date/);
    assert.match(scopes('軍事'), /string\.unquoted\.keyword/);
    assert.match(scopes('、'), /punctuation\.separator\.keyword/);
    assert.match(scopes('Summary'), /entity\.name\.section/);
    for (const mark of ['•', '-', '（一）', '12.']) assert.match(scopes(mark), /keyword\.other\.mark/, mark);
    assert.match(scopes('「'), /string\.quoted\.other\.corner/);
    assert.match(scopes('《'), /string\.quoted\.other\.title/);
    assert.doesNotMatch(scopes('1.5 billion'), /keyword/);
    assert.match(scopes('---'), /meta\.separator/);
  });
});

describe('typing', () => {
  it('continues a list of points', async () => {
    const editor = await open('enter.brief', '  • 甲');
    await typeAtEnd(editor, '\n');
    assert.equal(editor.document.getText(), '  • 甲\n  • ');
  });

  it('closes brackets', async () => {
    const editor = await open('brackets.brief', '');
    await typeAtEnd(editor, '「');
    assert.equal(editor.document.getText(), '「」');
  });

  it('sees words in Han runs, Latin runs and numbers', async () => {
    const { document } = await open('words.brief', '軍事、中國，U.S.-China外交junshi 1,000');
    const words = new Set<string>();
    for (let column = 0; column < document.lineAt(0).text.length; column++) {
      const range = document.getWordRangeAtPosition(new vscode.Position(0, column));
      if (range) words.add(document.getText(range));
    }
    for (const word of ['軍事', '中國', '外交', 'junshi', '1,000']) assert.ok(words.has(word), [...words].join(' '));
  });
});

describe('the words of the extension', () => {
  it('are all there in Traditional Chinese', () => {
    assert.deepEqual(Object.keys(json('package.nls.zh-tw.json')), Object.keys(json('package.nls.json')));
    const used = new Set(JSON.stringify(json('package.json')).match(/(?<="%)[\w.]+(?=%")/g));
    assert.deepEqual([...used].sort(), Object.keys(json('package.nls.json')).sort());
    const bundle = fs.readFileSync(path.join(extension().extensionPath, 'dist/extension.js'), 'utf8');
    for (const english of Object.keys(json('l10n/bundle.l10n.zh-tw.json'))) {
      assert.ok(bundle.includes(english), `no longer said: ${english}`);
    }
  });
});

async function typeAtEnd(editor: vscode.TextEditor, text: string): Promise<void> {
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  // The language's brackets and lists are read in the background after the first file opens.
  await pause(300);
  await vscode.commands.executeCommand('type', { text });
}

interface Token {
  text: string;
  scopes: string;
}

/** Colours lines with the editor's own TextMate engine. */
async function colour(lines: string[]): Promise<Token[]> {
  const load = createRequire(path.join(vscode.env.appRoot, 'package.json'));
  const { INITIAL, Registry, parseRawGrammar } = load('vscode-textmate');
  const oniguruma = load('vscode-oniguruma');
  await oniguruma.loadWASM(fs.readFileSync(load.resolve('vscode-oniguruma/release/onig.wasm')));
  const file = path.join(extension().extensionPath, 'syntaxes/brief.tmLanguage.json');
  const registry = new Registry({
    onigLib: {
      createOnigScanner: (patterns: string[]) => oniguruma.createOnigScanner(patterns),
      createOnigString: (text: string) => oniguruma.createOnigString(text),
    },
    loadGrammar: () => parseRawGrammar(fs.readFileSync(file, 'utf8'), file),
  });
  const grammar = await registry.loadGrammar('text.brief');
  let stack = INITIAL;
  return lines.flatMap(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map((token: { startIndex: number; endIndex: number; scopes: string[] }) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scopes: token.scopes.join(' '),
    }));
  });
}
