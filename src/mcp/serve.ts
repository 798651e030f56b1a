import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Locale } from '../lint/mistake.ts';
import type { Deps } from './deps.ts';
import { createMcpServer } from './server.ts';

/** The longest message, in bytes: an article is one of them. */
const LONGEST = 64 * 1024 * 1024;

/** Serves the Model Context Protocol over two streams until the client leaves. Never rejects. */
export function serveMcp(input: Readable, output: Writable, deps: Deps, locale: Locale): Promise<void> {
  return new Promise((resolve) => {
    const transport = new StdioServerTransport(input, output, { maxBufferSize: LONGEST });
    const handle = serveStdio(() => createMcpServer(deps, locale), { transport });
    const end = (): void => {
      void handle
        .close()
        .catch(() => undefined)
        .then(resolve);
      // An open input keeps the process alive.
      input.destroy();
    };
    input.once('end', end);
    input.once('close', end);
    output.once('error', end);
  });
}
