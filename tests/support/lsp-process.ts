import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver';
import { ROOT } from './built.ts';
import { converse, type TestClient } from './lsp-client.ts';
import { CACHE } from './run.ts';

/** The server as it is installed, in a process of its own; `buildOnce` has to have run. */
export async function startProcess(
  given: Partial<InitializeParams>,
  env: Readonly<Record<string, string>> = {},
): Promise<TestClient & { readonly stderr: () => string }> {
  const server = spawn(process.execPath, [join(ROOT, 'dist/src/cli/bin.js'), 'lsp', '--stdio', '--clientProcessId=1'], {
    env: { ...process.env, KOETSU_CACHE: CACHE, ...env },
  });
  onTestFinished(() => void server.kill());
  let stderr = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exit = new Promise<number>((resolve) => server.on('exit', (code) => resolve(code ?? -1)));
  return { ...(await converse(server.stdin, server.stdout, exit, given)), stderr: () => stderr };
}
