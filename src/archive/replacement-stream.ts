import { Writable } from 'node:stream';
import { beginReplacing, type Replacement } from './replace-file.ts';

/** A stream into what will take the place of a file. An error of the file system comes out of the stream. */
export function replacementStream(file: string): {
  readonly stream: Writable;
  readonly commit: () => void;
  readonly discard: () => void;
} {
  let replacement: Replacement | undefined;
  const attempt = (action: () => void, done: (error?: Error) => void): void => {
    try {
      action();
      done();
    } catch (error) {
      done(error as Error);
    }
  };
  const stream = new Writable({
    construct: (done) =>
      attempt(() => {
        replacement = beginReplacing(file);
      }, done),
    write: (chunk, _, done) => attempt(() => replacement?.write(chunk), done),
  });
  return { stream, commit: () => replacement?.commit(), discard: () => replacement?.discard() };
}
