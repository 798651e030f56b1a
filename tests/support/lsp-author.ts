import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { CancellationTokenSource, type PublishDiagnosticsParams } from 'vscode-languageserver';
import { knownFindings } from '../../src/cli/baseline-file.ts';
import { baselineEntry, formatBaseline } from '../../src/lint/baseline.ts';
import { pathIn } from '../../src/lint/baseline-file.ts';
import type { Config } from '../../src/lint/config.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lintText } from '../../src/lint/lint-text.ts';
import { loadConfig } from '../../src/lint/load-config.ts';
import { applyChanges } from '../../src/lsp/from-lsp.ts';
import { lineIndexOf } from '../../src/lsp/line-index.ts';
import { rangeToLsp } from '../../src/lsp/to-lsp.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import { markdownish } from './articles.ts';
import type { TestClient } from './lsp-client.ts';
import { CACHE, only } from './run.ts';

/** What a restless author does. */
const MOVES = [
  ...Array<'edit'>(24).fill('edit'),
  ...(['ask', 'ask', 'ask', 'ask', 'save', 'save', 'close', 'close', 'rename', 'config', 'baseline'] as const),
  ...(['reopen', 'nonsense', 'pause', 'pause'] as const),
] as const;

type Move = (typeof MOVES)[number];

export interface Step {
  readonly move: Move;
  readonly which: number;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** One move. */
export const step: fc.Arbitrary<Step> = fc.record({
  move: fc.constantFrom(...MOVES),
  which: fc.nat(),
  at: fc.nat(),
  length: fc.nat(40),
  text: markdownish,
});

/** Texts grow no longer than this: the soak is about the number of edits. */
const LONGEST = 1500;

/** Configurations between which the author changes; the first is in force at the beginning. */
export const CONFIGS: readonly string[] = [
  only({ 'generation-artifacts': true, 'broken-sentences': true }),
  only({ 'broken-markup': true, 'duplicated-passages': { severity: 'info' } }),
  '{ "rules": { "preset-koetsu": true, "preset-ja-technical-writing": { "max-ten": { "max": 2 } } } }',
];
const BASELINE = '.koetsu-baseline.json';
const ASKED = ['codeLens', 'hover', 'codeAction', 'documentSymbol', 'completion', 'definition'];
const NONSENSE = [
  ['textDocument/didChange', null],
  ['textDocument/didChange', { textDocument: { uri: 4 }, contentChanges: 7 }],
  ['textDocument/didChange', { textDocument: { uri: 'file:///never/opened.md', version: 2 }, contentChanges: [] }],
  ['textDocument/didOpen', { textDocument: { uri: 'untitled:none', languageId: 'markdown' } }],
  ['textDocument/didClose', {}],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'file://%ZZ', type: 9 }, null] }],
  ['workspace/didChangeConfiguration', { settings: [] }],
  ['koetsu/unknown', { a: 1 }],
] as const;

const BROKEN = ['{', '[]', 'null', '"\\ud800"', '{"jsonrpc":"2.0","id":{}}', '\u0000', '{"method":7}'];

/** A session in a site of its own. */
export interface Author {
  readonly play: (step: Step) => Promise<void>;
  /** Waits until what is shown of every open document is what `koetsu check` finds; rejects with the difference if it is not. */
  readonly check: () => Promise<void>;
  readonly uriOf: (which: number) => string;
}

interface Written {
  readonly text: string;
  readonly version: number;
}

/** Begins to write in a folder that has a configuration, and changes between these; every fifth document has no file. */
export async function restlessAuthor(
  client: TestClient,
  root: string,
  documents: number,
  configs: readonly string[] = CONFIGS,
): Promise<Author> {
  const tools = { tokenize: await loadTokenizer({ cacheDirectory: CACHE }), now: new Date() };
  const send = (method: string, params: unknown) => client.connection.sendNotification(method, params);
  const texts = new Map<string, Written>();
  const names = new Map<number, string>();
  const expected = new Map<string, readonly Finding[]>();
  let [version, renamed] = [1, 0];
  let config = await configOf(root);

  const uriOf = (which: number): string => {
    const number = which % documents;
    if (number % 5 === 4) return `untitled:Untitled-${number}`;
    return pathToFileURL(join(root, names.get(number) ?? `${number}.md`)).href;
  };

  async function write(name: string, content: string | undefined): Promise<void> {
    if (content === undefined) rmSync(join(root, name), { force: true });
    else writeFileSync(join(root, name), content);
    const changes = [{ uri: pathToFileURL(join(root, name)).href, type: content === undefined ? 3 : 2 }];
    await send('workspace/didChangeWatchedFiles', { changes });
  }

  const open = (uri: string, text: string): Promise<void> => {
    texts.set(uri, { text, version });
    return client.open(uri, text, 'markdown', version);
  };

  const moves: Readonly<Record<Move, (uri: string, step: Step) => Promise<unknown>>> = {
    edit: (uri, { at, length, text }) => {
      const known = texts.get(uri);
      version += 1;
      if (!known) return open(uri, text);
      const changes = known.text.length > LONGEST ? [{ text }] : [changeAt(known.text, at, length, text)];
      texts.set(uri, { text: applyChanges(known.text, changes, 'utf-16'), version });
      return client.change(uri, version, changes);
    },
    ask: async (uri, { which, at }) => {
      const source = new CancellationTokenSource();
      const position = { line: at % 7, character: at % 5 };
      const range = { start: position, end: position };
      const params = { textDocument: { uri }, position, range, context: { diagnostics: [] } };
      const method = `textDocument/${ASKED[which % ASKED.length]}`;
      void client.connection.sendRequest(method, params, source.token).catch(() => undefined);
      if (at % 2 === 1) source.cancel();
    },
    save: async (uri) => {
      const known = texts.get(uri);
      if (!known || !uri.startsWith('file:')) return;
      writeFileSync(fileURLToPath(uri), known.text);
      await send('textDocument/didSave', { textDocument: { uri } });
      await send('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    },
    close: (uri) => (texts.delete(uri) ? send('textDocument/didClose', { textDocument: { uri } }) : Promise.resolve()),
    rename: async (uri, { which }) => {
      const known = texts.get(uri);
      if (!known || !uri.startsWith('file:')) return;
      await moves.save(uri, NO_STEP);
      await moves.close(uri, NO_STEP);
      names.set(which % documents, `${which % documents}-${renamed++}.md`);
      const now = uriOf(which);
      renameSync(fileURLToPath(uri), fileURLToPath(now));
      await open(now, known.text);
    },
    reopen: async (uri, { text }) => {
      // Twice, with the same version: some clients do.
      if (texts.has(uri)) await open(uri, text);
    },
    config: async (_uri, { at }) => {
      await write('.textlintrc.json', configs[at % configs.length]);
      config = await configOf(root);
    },
    baseline: async (uri, { at }) => {
      const known = texts.get(uri);
      const path = uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
      const findings = known && path ? await lintText({ text: known.text, path }, config, tools) : [];
      const entries = findings
        .filter((_, i) => (i + at) % 2 === 0)
        .map((it) => baselineEntry(it, pathIn(root, path ?? '')));
      const isGone = at % 4 === 0;
      await write(BASELINE, isGone ? undefined : formatBaseline(entries.flatMap((entry) => entry ?? [])));
    },
    nonsense: async (_uri, { which, at }) => {
      const [method, params] = NONSENSE[which % NONSENSE.length] ?? NONSENSE[0];
      if (at % 2 === 1) await client.body(BROKEN[at % BROKEN.length] ?? '{');
      await send(method, params);
    },
    pause: (_uri, { at }) => new Promise((resolve) => setTimeout(resolve, at % 40)),
  };

  async function check(): Promise<void> {
    const known = knownFindings(config, {}, root);
    if (!known.ok) throw new Error('baseline');
    for (const [uri, { text, version: newest }] of texts) {
      const path = uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
      const key = JSON.stringify([config.data, uri, text]);
      const findings = expected.get(key) ?? (await lintText({ text, path }, config, tools));
      expected.set(key, findings);
      if (expected.size > KEPT) expected.clear();
      const left = path === undefined ? findings : known.value.newOf(path, findings);
      await shows(client, uri, newest, shown(left, text));
    }
  }

  return { play: async (one) => void (await moves[one.move](uriOf(one.which), one)), check, uriOf };
}

/** So many results are remembered: most texts do not change between two bursts. */
const KEPT = 1000;

const NO_STEP: Step = { move: 'save', which: 0, at: 0, length: 0, text: '' };

function changeAt(text: string, at: number, length: number, inserted: string) {
  const start = at % (text.length + 1);
  const range = rangeToLsp([start, Math.min(text.length, start + length)], lineIndexOf(text, 'utf-16'));
  return { range, text: inserted };
}

function shown(findings: readonly Finding[], text: string): unknown {
  const index = lineIndexOf(text, 'utf-16');
  return findings.map(({ ruleId, message, range }) => [ruleId, message, rangeToLsp(range, index)]);
}

/** Waits until the newest diagnostics of a document are these. */
async function shows(client: TestClient, uri: string, version: number, expected: unknown): Promise<void> {
  const wanted = JSON.stringify([version, expected]);
  const now = (): PublishDiagnosticsParams | undefined => client.published.findLast((params) => params.uri === uri);
  const isThere = (params: PublishDiagnosticsParams | undefined): boolean => {
    const found = params?.diagnostics.map(({ code, message, range }) => [code, message, range]);
    return params !== undefined && params === now() && JSON.stringify([params.version, found]) === wanted;
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), PATIENCE_MS);
  });
  const outcome = await Promise.race([client.diagnostics(uri, isThere), late]);
  clearTimeout(timer);
  if (outcome === 'late')
    throw new Error(`${uri}: expected\n${wanted}\nbut the editor shows\n${JSON.stringify(now())}`);
}

/** So long may it take on a busy machine until all rules have run. */
const PATIENCE_MS = 120_000;

async function configOf(root: string): Promise<Config> {
  const config = await loadConfig(root);
  if (!config.ok) throw new Error(`configuration: ${readFileSync(join(root, '.textlintrc.json'), 'utf8')}`);
  return config.value;
}
