import { setImmediate as turn } from 'node:timers/promises';
import type { Config } from '../lint/config.ts';
import { isDemanding } from '../lint/demanding.ts';
import type { Article } from '../lint/lint-text.ts';
import { shareDictionary } from '../text/load-tokenizer.ts';
import type { Tokenize } from '../text/morphemes.ts';
import type { Dictionary } from '../text/tokenizer/dictionary.ts';
import { canStartWorkers } from './can-start-workers.ts';
import { type Job, lintOne, type Outcome } from './lint-one.ts';
import type { Failure, WorkerPool } from './worker-pool.ts';

/** So many articles are linted sooner than worker threads have started. */
const FEW = 10;
/** Rules that are tested with koetsu and known to come to an end: no thread of their own is needed to stop them. */
const OWN_PACKAGES = ['koetsu', 'textlint-rule-preset-ja-technical-writing'];

export interface RunnerOptions {
  readonly config: Config;
  readonly now: Date;
  /** Loads the dictionary; asked for when the first article has to be linted. */
  readonly dictionary: () => Promise<Dictionary>;
  /** Number of worker threads. */
  readonly concurrency: number;
  /** Milliseconds that one article may take in a worker thread. */
  readonly timeLimit: number;
  /** False if nobody looks at the facts of the articles: taking them costs as much as some rules. */
  readonly facts?: boolean;
}

export interface Runner {
  /** Never rejects. */
  readonly lint: (job: Job) => Promise<Outcome | Failure>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (result: Outcome | Failure) => void;
}

/**
 * Lints articles: a few in this thread, one after the other; as soon as more than a few wait, all in worker threads. Rules of
 * packages that koetsu does not know, and articles that may take long, always run in worker threads, where what hangs can be stopped.
 */
export function createRunner(options: RunnerOptions): Runner {
  const waiting: Waiting[] = [];
  let dictionary: Promise<Dictionary> | undefined;
  let tokenize: Promise<Tokenize> | undefined;
  let pool: Promise<WorkerPool> | undefined;
  let running = false;
  let closed = false;

  const load = (): Promise<Dictionary> => (dictionary ??= options.dictionary());

  async function openPool(): Promise<WorkerPool> {
    const { config, now, concurrency, timeLimit, facts = true } = options;
    const { file, root, data, locale } = config;
    const start = { config: { file, root, data }, locale, now, facts, dictionary: await load() };
    const { startPool } = await import('./worker-pool.ts');
    return startPool({ start, threads: concurrency, timeLimit });
  }

  async function lintHere(job: Job): Promise<Outcome | Failure> {
    if (closed) return { kind: 'stopped' };
    tokenize ??= load().then(shareDictionary);
    try {
      const { config, now, facts = true } = options;
      return await lintOne(job, { config, tools: { tokenize: await tokenize, now }, facts });
    } catch (error) {
      return broken(error);
    }
  }

  async function work(): Promise<void> {
    if (!pool && needsWorkers(waiting, options.config)) pool = openPool();
    const threads = await pool;
    if (threads) for (const { job, resolve } of waiting.splice(0)) void threads.lint(job).then(resolve);
    else for (const { job, resolve } of waiting.splice(0, 1)) resolve(await lintHere(job));
  }

  async function workOff(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      // Others may come to wait, Ctrl-C may have its turn.
      await turn();
      try {
        await work();
      } catch (error) {
        // Without a dictionary or threads nothing can be linted.
        for (const { resolve } of waiting.splice(0)) resolve(broken(error));
      }
    }
    running = false;
  }
  return {
    lint: (job) =>
      new Promise((resolve) => {
        waiting.push({ job, resolve });
        if (!running) void workOff();
      }),
    close: async () => {
      closed = true;
      await (await pool?.catch(() => undefined))?.close();
    },
  };
}

function broken(error: unknown): Failure {
  return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) };
}

function needsWorkers(waiting: readonly Waiting[], config: Config): boolean {
  if (!canStartWorkers) return false;
  return waiting.length > FEW || waiting.some(({ job }) => !isKnown(job, config) || isDemanding(job.text));
}

function isKnown({ path }: Article, config: Config): boolean {
  const { installed, filters, plugins } = config.rulesFor(path);
  return (
    filters.length + plugins.length === 0 && installed.every(({ packageName }) => OWN_PACKAGES.includes(packageName))
  );
}
