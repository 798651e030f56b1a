import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { createPerform } from '../../src/lsp/perform.ts';
import { serve } from '../../src/lsp/serve.ts';
import type { Deps } from '../../src/lsp/service.ts';
import type { StartThread } from '../../src/lsp/thread.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import { impatient, NOW, threadHere } from './lsp-thread.ts';
import { CACHE } from './run.ts';

/** What a client may say of itself. */
export type Capabilities = InitializeParams['capabilities'];

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly result: InitializeResult;
  /** Everything that the server sent of its own accord, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly shown: readonly string[];
  readonly applied: readonly unknown[];
  readonly opened: readonly string[];
  readonly refreshes: () => number;
  readonly lensRefreshes: () => number;
  /** Partial results, and what it said of work that takes a while. */
  readonly progress: readonly { readonly token: unknown; readonly value: unknown }[];
  /** Methods that the server registered. */
  readonly registered: readonly string[];
  /** A message whose body is no JSON. */
  readonly body: (body: string) => Promise<void>;
  /** Bytes that are no message. */
  readonly raw: (bytes: string) => void;
  readonly exit: Promise<number>;
  readonly open: (uri: string, text: string, languageId?: string, version?: number) => Promise<void>;
  readonly change: (uri: string, version: number, changes: TextDocumentContentChangeEvent[]) => Promise<void>;
  /** The first diagnostics of a document that fulfil a condition, sent before or after. */
  readonly diagnostics: (uri: string, when?: (params: PublishDiagnosticsParams) => boolean) => Promise<Diagnostic[]>;
}

/** A thread that is none: tasks run here, one after the other, in turns of their own. */
export const inThisThread: StartThread = threadHere(async () =>
  createPerform(await loadTokenizer({ cacheDirectory: CACHE })),
);

/** An impatient clock on which a pause in typing passes too. */
export const pausing: Deps['clock'] = {
  now: () => NOW,
  after: (milliseconds, callback) => impatient.after(milliseconds < 300 ? 0 : milliseconds, callback),
};

const DEPS: Deps = {
  clock: impatient,
  startThread: inThisThread,
  timeLimit: 20_000,
  watch: () => () => undefined,
};

/** Connects to a server in this process, as an editor would. */
export async function connect(
  given: Partial<InitializeParams> & { readonly settings?: unknown } = {},
  deps: Partial<Deps> = {},
): Promise<TestClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const exit = serve(toServer, toClient, { ...DEPS, ...deps });
  onTestFinished(() => void toServer.end());
  return converse(toServer, toClient, exit, given);
}

/** Speaks to a server over two streams: `initialize`, and what the tests need afterwards. */
export async function converse(
  toServer: NodeJS.WritableStream,
  toClient: NodeJS.ReadableStream,
  exit: Promise<number>,
  given: Partial<InitializeParams> & { readonly settings?: unknown },
): Promise<TestClient> {
  // A message `$/body` goes out as the body that it holds, in the place of JSON: it cannot get between the parts of another message.
  const encode = async (message: object): Promise<Uint8Array> => {
    const { method, params } = message as { method?: string; params?: { body: string } };
    return Buffer.from(method === '$/body' ? (params?.body ?? '') : JSON.stringify(message));
  };
  const writer = new StreamMessageWriter(toServer, { contentTypeEncoder: { name: 'application/json', encode } });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), writer);
  const published: PublishDiagnosticsParams[] = [];
  const [shown, opened, applied]: [string[], string[], unknown[]] = [[], [], []];
  const waiting = new Set<() => void>();
  let refreshes = 0;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const check of waiting) check();
  });
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    shown.push(message);
    for (const check of waiting) check();
  });
  connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
    shown.push(message);
    for (const check of waiting) check();
    return null;
  });
  connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => ({ success: opened.push(uri) > 0 }));
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: unknown }) => ({ applied: applied.push(edit) > 0 }));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => given.settings ?? {}),
  );
  const registered: string[] = [];
  connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
    registered.push(...params.registrations.map(({ method }) => method));
    return null;
  });
  const progress: { readonly token: unknown; readonly value: unknown }[] = [];
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onNotification('$/progress', (params: { token: unknown; value: unknown }) => void progress.push(params));
  let lensRefreshes = 0;
  connection.onRequest('workspace/codeLens/refresh', () => {
    lensRefreshes += 1;
    return null;
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes += 1;
    return null;
  });
  connection.listen();
  const { settings: _settings, ...params } = given;
  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    ...params,
  });
  await connection.sendNotification('initialized', {});
  const diagnostics: TestClient['diagnostics'] = (uri, when = () => true) =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = published.findLast((params) => params.uri === uri && when(params));
        if (!found) return;
        waiting.delete(check);
        resolve(found.diagnostics);
      };
      waiting.add(check);
      check();
    });
  return {
    connection,
    result,
    published,
    shown,
    applied,
    opened,
    refreshes: () => refreshes,
    lensRefreshes: () => lensRefreshes,
    progress,
    registered,
    body: (body) => connection.sendNotification('$/body', { body }),
    raw: (bytes) => void toServer.write(bytes),
    exit,
    open: (uri, text, languageId = 'markdown', version = 1) =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } }),
    change: (uri, version, contentChanges) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    diagnostics,
  };
}
