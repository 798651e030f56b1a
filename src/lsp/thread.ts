import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Task } from './tasks.ts';

/** A worker needs far less; an article that fills it must not take the whole service with it. */
const HEAP_MB = 1024;
/** Room for what one article leaves behind, so that it is collected between keys rather than during a run. */
const YOUNG_MB = 64;

export interface Asked {
  readonly id: number;
  readonly task: Task;
}

/** `ready` comes once, before all answers. */
export type Told = { readonly ready: true } | ({ readonly id: number } & Answered);

export type Answered = { readonly value: unknown } | { readonly error: string };

/** Where tasks are performed: a worker thread, or this one in tests. */
export interface Thread {
  readonly post: (asked: Asked) => void;
  readonly stop: () => void;
}

/** Who hears what a thread says. `ended` comes once, also after `stop`. */
export interface Listener {
  readonly told: (message: Told) => void;
  readonly ended: (reason: string) => void;
}

/** `background`: the thread works when nobody else does, where the system can tell threads apart. */
export type StartThread = (listener: Listener, background: boolean) => Thread;

/** What a worker thread is started with. */
export interface ThreadData {
  readonly cacheDirectory: string;
  readonly background: boolean;
}

/** Where the dictionary is kept, and where rules that print have to print: standard output belongs to the protocol. */
export interface ThreadOptions {
  readonly cacheDirectory: string;
  readonly log: (text: string) => void;
}

/** Starts worker threads. A file of this package as it is compiled is their code. */
export function workerThreads({ cacheDirectory, log }: ThreadOptions): StartThread {
  return ({ told, ended }, background) => {
    const worker = new Worker(new URL(`./worker-entry${import.meta.url.slice(-3)}`, import.meta.url), {
      workerData: { cacheDirectory, background } satisfies ThreadData,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    let reason = '';
    for (const stream of [worker.stdout, worker.stderr]) pass(stream, log);
    worker.on('message', told);
    worker.on('messageerror', (error) => told({ id: -1, error: error.message }));
    worker.on('error', (error: unknown) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', (code) => ended(reason || `exit code ${code}`));
    return { post: (asked) => worker.postMessage(asked), stop: () => void worker.terminate() };
  };
}

function pass(stream: Readable, log: (text: string) => void): void {
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => log(text.trimEnd()));
}
