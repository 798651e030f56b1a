#!/usr/bin/env node
import { loadPart } from '../start/part.ts';
import { setV8Options } from '../start/v8-options.ts';

/** Commands run different parts of koetsu. */
const [command = ''] = process.argv.slice(2);
// A server works for hours.
if (command !== 'lsp' && command !== 'mcp') setV8Options();
const name = /^[a-z]+$/.test(command) ? command : 'help';
const { main, LARGEST, EXIT } = await loadPart('cli', () => import('./main.ts'), { name, keeps: true });

const chunks = async (): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of process.stdin) {
    parts.push(part);
    length += part.length;
    // What is longer than any article is refused; it may never end.
    if (length > LARGEST) break;
  }
  return Buffer.concat(parts);
};

// Nobody can be told.
process.stderr.on('error', () => undefined);

// A reader that closes the pipe early (head, less) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  // A full disk, for one.
  process.stderr.write(`koetsu: ${error.message}\n`);
  process.exit(EXIT.failure);
});

const interrupt = new AbortController();
const catchInterrupt = (): AbortSignal => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());
  return interrupt.signal;
};

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  readStdin: chunks,
  get stdin() {
    return process.stdin;
  },
  catchInterrupt,
  env: process.env,
  now: new Date(),
});

// Standard input may still be open: nobody reads it any more.
if (interrupt.signal.aborted) process.exit();
