import { watch as watchFolder } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { type Connection, createConnection, type Logger } from 'vscode-languageserver';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { createServer } from './server.ts';
import type { Deps } from './service.ts';
import type { WatchFolder } from './watch.ts';

/** How often it is looked whether the editor that started us still lives. */
const PARENT_CHECK_MS = 5000;

/** Serves the language server protocol over two streams until the client leaves; resolves to the exit code. */
export function serve(input: Readable, output: Writable, deps: Deps): Promise<number> {
  return new Promise((resolve) => {
    let parentCheck: NodeJS.Timeout | undefined;
    let close = (): void => undefined;
    const end = (code: number): void => {
      clearInterval(parentCheck);
      close();
      resolve(code);
      // An open input keeps the process alive.
      input.destroy();
    };
    const watchDog = {
      shutdownReceived: false,
      initialize: ({ processId }: { processId: number | null }) => {
        if (processId === null) return;
        parentCheck = setInterval(() => lives(processId) || end(1), PARENT_CHECK_MS);
        parentCheck.unref();
      },
      exit: end,
    };
    const gone = (): void => end(watchDog.shutdownReceived ? 0 : 1);
    input.on('end', gone);
    input.on('close', gone);
    output.on('error', gone);
    const reader = new StreamMessageReader(input);
    // Behind a header that is none the reader waits for more, though whole messages may lie there: so it looks again.
    reader.onError(() => setImmediate(() => input.emit('data', Buffer.alloc(0))));
    const connection: Connection = createConnection(
      (logger) => createProtocolConnection(reader, new StreamMessageWriter(output), whileOpen(logger)),
      watchDog,
    );
    close = createServer(connection, deps);
  });
}

/** What an answer that comes too late for a client that has left is about, nobody wants to know. */
function whileOpen(logger: Logger): Logger {
  const quiet =
    (log: (message: string) => void) =>
    (message: string): void => {
      try {
        log(message);
      } catch {
        // The connection is closed.
      }
    };
  return {
    error: quiet((message) => logger.error(message)),
    warn: quiet((message) => logger.warn(message)),
    info: quiet((message) => logger.info(message)),
    log: quiet((message) => logger.log(message)),
  };
}

/** Watches a folder of the disk. */
export const watchFiles: WatchFolder = (folder, onChange) => {
  try {
    const watcher = watchFolder(folder, { persistent: false }, (_, name) => name && onChange(name));
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return undefined;
  }
};

function lives(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // It lives, but belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
