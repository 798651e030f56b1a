import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver';
import { ROOT } from './built.ts';
import { converse, type TestClient } from './lsp-client.ts';
import { CACHE } from './run.ts';

/** The server as it is installed, in a process of its own; `buildOnce` has to have run. `module`: another program that is one. */
export async function startProcess(
  given: Partial<InitializeParams>,
  env: Readonly<Record<string, string>> = {},
  module = join(ROOT, 'dist/src/cli/bin.js'),
): Promise<ProcessClient> {
  const probe = ['--expose-gc', '--import', pathToFileURL(join(ROOT, 'tests/support/memory-probe.mjs')).href];
  const command = [module, 'lsp', '--stdio', '--clientProcessId=1'];
  const server = spawn(process.execPath, [...probe, ...command], {
    env: { ...process.env, KOETSU_CACHE: CACHE, ...env },
  });
  onTestFinished(() => void server.kill());
  let stderr = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exit = new Promise<number>((resolve) => server.on('exit', (code) => resolve(code ?? -1)));
  const memory = async (): Promise<Memory> => {
    const before = stderr.length;
    server.kill('SIGUSR2');
    for (;;) {
      const line = /^MEMORY (.*)$/m.exec(stderr.slice(before))?.[1];
      if (line) return JSON.parse(line);
      await wait(50);
    }
  };
  return { ...(await converse(server.stdin, server.stdout, exit, given)), stderr: () => stderr, memory };
}

/** Bytes: in use after garbage collection in each thread, and of the whole process. */
export interface Memory {
  readonly heaps: readonly number[];
  readonly rss: number;
}

export interface ProcessClient extends TestClient {
  readonly stderr: () => string;
  readonly memory: () => Promise<Memory>;
}
