import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { StreamMessageReader } from 'vscode-languageserver/node';
import { COMMANDS } from '../../../src/lsp/actions.ts';
import { createPerform } from '../../../src/lsp/perform.ts';
import { serve } from '../../../src/lsp/serve.ts';
import type { Tokenize } from '../../../src/text/morphemes.ts';
import { impatient, threadHere } from '../lsp-thread.ts';
import { must } from './invariants.ts';

const KNOWN = 'file:///site/a.md';
const ARTICLE = '---\ntitle: 題\nreading_time: 9\n---\n\n# 見出し\n\n全体の5割は60%です。**「太字」**です。\n';
/** Every so many messages it is looked whether an article is still read. */
const LOOK = 16;
/** So many messages go to one server: what they open stays open, and is checked again with every change of the settings. */
const SESSION = 512;
/** So often an article is asked about: an answer may be outdated when the settings have changed meanwhile. */
const TRIES = 50;

const NUMBERS = [0, 1, 3, -1, 1.5, 65_536, 2 ** 31, 2 ** 53, -(2 ** 31), null, '1'];
const URIS = [KNOWN, KNOWN, 'untitled:a', 'file://%ZZ', 'file:///%00', '', 'http://a/b', 'file:///site/../../../a.md'];

const odd: fc.Arbitrary<unknown> = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...NUMBERS));
/** What is right, and at times something else. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 7, arbitrary: right }, { weight: 1, arbitrary: odd });
const number = fc.constantFrom(...NUMBERS);
const position = mostly(fc.record({ line: number, character: number }));
const range = mostly(fc.record({ start: position, end: position }));
const uri = mostly(fc.constantFrom(...URIS));
const text = mostly(fc.oneof(fc.constant(ARTICLE), fc.string({ unit: 'binary', maxLength: 30 })));
const some = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> => mostly(fc.array(right, { maxLength: 3 }));
const textDocument = mostly(fc.record({ uri, languageId: mostly(fc.constant('markdown')), version: number, text }));
const change = mostly(fc.record({ range, text }, { requiredKeys: ['text'] }));

/** Parameters that one or another request has: those that it does not know do no harm. */
const params = mostly(
  fc.record(
    {
      textDocument,
      position,
      range,
      contentChanges: some(change),
      context: mostly(
        fc.record({ diagnostics: some(odd), only: some(fc.constantFrom('quickfix', 'source.fixAll.koetsu', '')) }),
      ),
      command: mostly(fc.constantFrom(...Object.values(COMMANDS), 'toString', '')),
      arguments: some(fc.oneof(uri, range, odd)),
      changes: some(fc.record({ uri, type: number })),
      settings: mostly(fc.record({ koetsu: odd })),
      event: mostly(fc.record({ added: some(fc.record({ uri })), removed: some(fc.record({ uri })) })),
      previousResultId: odd,
      previousResultIds: some(odd),
      id: number,
      value: odd,
    },
    { requiredKeys: ['textDocument'] },
  ),
);

/** `exit` and `shutdown` do what they say. */
const METHODS = [
  ...['didOpen', 'didChange', 'didChange', 'didSave', 'didClose', 'hover', 'completion', 'definition', 'codeAction']
    .concat(['codeLens', 'documentSymbol', 'diagnostic', 'willSave', 'rename', 'formatting'])
    .map((name) => `textDocument/${name}`),
  ...['didChangeConfiguration', 'didChangeWatchedFiles', 'didChangeWorkspaceFolders', 'executeCommand', 'diagnostic']
    .concat(['symbol'])
    .map((name) => `workspace/${name}`),
  ...['initialize', 'initialized', '$/cancelRequest', '$/setTrace', '$/progress', 'window/workDoneProgress/cancel'],
  ...['koetsu/unknown', '', '__proto__', 'constructor'],
];

const message = fc.oneof(
  { weight: 4, arbitrary: fc.record({ method: fc.constantFrom(...METHODS), params }) },
  { weight: 8, arbitrary: fc.record({ id: fc.nat(9), method: fc.constantFrom(...METHODS), params }) },
  { weight: 1, arbitrary: fc.record({ id: odd, method: mostly(fc.constantFrom(...METHODS)), params: odd }) },
  { weight: 1, arbitrary: fc.record({ id: number, result: odd }) },
  { weight: 1, arbitrary: fc.record({ id: number, error: odd }) },
);
const body = message.map((parts) => JSON.stringify({ jsonrpc: '2.0', ...parts }));

/** Bodies of messages: most of them well-formed, many with wrong types and places, some cut or with something put in. */
export const messages: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: body },
  {
    weight: 1,
    arbitrary: fc
      .tuple(body, fc.nat(), fc.constantFrom('', '"', '{', '[[', ',', '\u0000', '\\', 'null', '1e999', '\uD800'))
      .map(([json, at, put]) => json.slice(0, at % json.length) + put + json.slice((at % json.length) + (at % 3))),
  },
  { weight: 1, arbitrary: odd.map((value) => JSON.stringify(value)) },
);

/**
 * Sends a message to a language server in this thread, behind a line that is no header at times: whatever it is, the server
 * answers the next request, and still reads articles. Rejects what nobody handled.
 */
export function protocolCheck(tokenize: Tokenize): (body: string) => Promise<void> {
  let session: Session | undefined;
  let count = 0;
  const rejections: unknown[] = [];
  process.on('unhandledRejection', (reason) => rejections.push(reason));
  return async (sent) => {
    if (count % SESSION === 0) {
      session?.end();
      session = undefined;
    }
    session ??= await begin(tokenize);
    const { ask } = session;
    const noise = sent.length % 7 === 0 ? `${sent.slice(0, 40).replaceAll(/[\r\n]/g, ' ')}\r\n\r\n` : '';
    await ask('koetsu/probe', {}, noise + frameOf(sent));
    if (count++ % LOOK === 0) await look(session);
    const [rejection] = rejections.splice(0);
    must(rejection === undefined, () => `nobody handled ${String(rejection)}`);
  };
}

async function look({ send, ask }: Session): Promise<void> {
  const textDocument = { uri: KNOWN, languageId: 'markdown', version: 1, text: ARTICLE };
  send('textDocument/didClose', { textDocument });
  send('textDocument/didOpen', { textDocument });
  let symbols = '';
  for (let i = 0; i < TRIES && !symbols.includes('見出し'); i++)
    symbols = JSON.stringify(await ask('textDocument/documentSymbol', { textDocument }));
  must(symbols.includes('見出し'), () => `an article is not read: ${symbols}`);
}

interface Session {
  readonly send: (method: string, params: unknown) => void;
  /** Resolves to the result, or the error. What is to come `before` arrives together with the request. */
  readonly ask: (method: string, params: unknown, before?: string) => Promise<unknown>;
  readonly end: () => void;
}

async function begin(tokenize: Tokenize): Promise<Session> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const startThread = threadHere(async () => createPerform(tokenize));
  void serve(input, output, { clock: impatient, startThread, timeLimit: 20_000, watch: () => () => undefined });
  const write = (message: object, before = ''): void =>
    void input.write(before + frameOf(JSON.stringify({ jsonrpc: '2.0', ...message })));
  const waiting = new Map<unknown, (answer: unknown) => void>();
  new StreamMessageReader(output).listen((answer) => {
    const { id, method, result, error } = answer as unknown as Record<string, unknown>;
    if (method !== undefined && id !== undefined) write({ id, result: null });
    else if (method === undefined) waiting.get(id)?.(result ?? error);
  });
  let asked = 0;
  const ask: Session['ask'] = (method, values, before) =>
    new Promise((resolve) => {
      const id = `probe ${asked++}`;
      waiting.set(id, (answer) => {
        waiting.delete(id);
        resolve(answer);
      });
      write({ id, method, params: values }, before);
    });
  const capabilities = { workspace: { configuration: true, applyEdit: true, diagnostics: {} } };
  await ask('initialize', { processId: null, rootUri: 'file:///site', capabilities });
  const send: Session['send'] = (method, values) => write({ method, params: values });
  send('initialized', {});
  return { send, ask, end: () => void input.end() };
}

function frameOf(sent: string): string {
  return `Content-Length: ${Buffer.byteLength(sent)}\r\n\r\n${sent}`;
}
