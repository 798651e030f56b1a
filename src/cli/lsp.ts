import { realClock } from '../lsp/clock.ts';
import { serve, watchFiles } from '../lsp/serve.ts';
import { workerThreads } from '../lsp/thread.ts';
import { cacheDirectory } from '../start/cache-folder.ts';
import type { Streams } from './streams.ts';

/** Rules that take longer on one article are stopped. */
const TIME_LIMIT_MS = 20_000;

/** `koetsu lsp`: serves the language server protocol over standard input and output. */
export async function lsp({ env, stderr }: Pick<Streams, 'env' | 'stderr'>): Promise<number> {
  const log = (text: string): unknown => stderr.write(`${text}\n`);
  const startThread = workerThreads({ cacheDirectory: cacheDirectory(env), log });
  const limit = Number(env.KOETSU_LSP_TIME_LIMIT) || TIME_LIMIT_MS;
  const deps = { clock: realClock, startThread, timeLimit: limit, watch: watchFiles };
  const code = await serve(process.stdin, process.stdout, deps);
  // With `--clientProcessId` vscode-languageserver looks for that process for ever, which would keep this one alive.
  return process.exit(code);
}
