import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { ROOT } from './commands.mjs';

const URI = 'untitled:bench';

/** Starts `koetsu lsp` in a folder and opens a text in it, as an editor does. */
export async function openInServer(text, cwd) {
  const argv = [join(ROOT, 'dist/src/cli/bin.js'), 'lsp', '--stdio'];
  const server = spawn(process.execPath, argv, { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  let heard = [];
  connection.onNotification('textDocument/publishDiagnostics', ({ version }) => {
    heard.push({ version, at: performance.now() });
  });
  connection.listen();
  // Answered when all rules have run on the newest version.
  const settle = () => connection.sendRequest('textDocument/codeLens', { textDocument: { uri: URI } });
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: URI, languageId: 'markdown', version: 0, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await settle();
  /** Milliseconds from an insertion to the first and to the last findings of its version. */
  const insert = async (version, start, inserted) => {
    heard = [];
    const began = performance.now();
    const contentChanges = [{ range: { start, end: start }, text: inserted }];
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges,
    });
    await settle();
    const times = heard.filter((it) => it.version === version).map(({ at }) => at - began);
    return { first: times[0], last: times.at(-1) };
  };
  return { insert, close: () => server.kill() };
}
