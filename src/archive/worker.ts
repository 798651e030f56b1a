import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../lint/config.ts';
import { checkConfig } from '../lint/load-config.ts';
import type { Locale } from '../lint/mistake.ts';
import { shareDictionary } from '../text/load-tokenizer.ts';
import type { Dictionary } from '../text/tokenizer/dictionary.ts';
import { type Job, lintOne, type Means, type Outcome } from './lint-one.ts';

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly config: Pick<Config, 'file' | 'root' | 'data'>;
  readonly locale: Locale;
  readonly now: Date;
  readonly facts: boolean;
  /** Shared memory: all threads read the same one. */
  readonly dictionary: Dictionary;
}

export interface Task {
  /** Posted to the main thread when work on the task begins: the time limit runs from there. */
  readonly id: number;
  readonly job: Job;
}

/** What the task gave, or why the worker cannot work. */
export type Answer = { readonly outcome: Outcome } | { readonly reason: string };

const prepared = prepare(workerData as WorkerStart).catch((error: unknown) => String(error));

/** Entry of the worker threads: checks the configuration once, then lints what it is given. Never rejects. */
export default async function lintTask({ id, job }: Task): Promise<Answer> {
  const ready = await prepared;
  parentPort?.postMessage(id);
  if (typeof ready === 'string') return { reason: ready };
  return { outcome: await lintOne(job, ready) };
}

async function prepare(start: WorkerStart): Promise<Means> {
  const { locale, now, facts, dictionary } = start;
  const config = await checkConfig({ ...start.config, placeOf: () => undefined });
  if (!config.ok) throw new Error(config.mistakes.map(({ message }) => message.en).join(' '));
  return { config: { ...config.value, locale }, tools: { tokenize: await shareDictionary(dictionary), now }, facts };
}
