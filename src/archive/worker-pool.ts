import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import type { Job, Outcome } from './lint-one.ts';
import type { Answer, Task, WorkerStart } from './worker.ts';

/** A worker needs far less; an article that fills it must not take the whole process with it. */
const HEAP_MB = 768;
/** Twice what Node gives: the trees and tokens of an article die before they have to be copied; a tenth less work. */
const YOUNG_MB = 96;
/**
 * A third of that is where new objects are made. V8 would begin with one or two and let it grow as objects survive; until then it copies
 * them and moves them among the old: 7 % of the work on 210 articles (Node 20.20). It reads this when a thread starts.
 */
const NEW_OBJECTS = `--min-semi-space-size=${YOUNG_MB / 3}`;
/** An article that takes its worker with it is tried once more, for it may not have been at fault. */
const ATTEMPTS = 2;

/** Why an article has no outcome. `ended`: the worker died. */
export type Failure =
  | { readonly kind: 'time' | 'stopped' }
  | { readonly kind: 'ended' | 'broken'; readonly reason: string };

export interface WorkerPool {
  /** Never rejects. */
  readonly lint: (job: Job) => Promise<Outcome | Failure>;
  /** Ends all threads at once; what is under way is `stopped`. */
  readonly close: () => Promise<void>;
}

/** What a pool is made with. */
export interface PoolOptions {
  readonly start: WorkerStart;
  readonly threads: number;
  /** Milliseconds that one article may take. */
  readonly timeLimit: number;
}

/** Starts worker threads. A thread that dies or hangs is replaced, and costs the article it was working on. */
export function startPool({ start, threads, timeLimit }: PoolOptions): WorkerPool {
  const begun = new Map<number, () => void>();
  setFlagsFromString(NEW_OBJECTS);
  let pool = open();
  let closed = false;
  let tasks = 0;

  function open(): Piscina<Task, Answer> {
    const opened = new Piscina<Task, Answer>({
      filename: fileURLToPath(new URL(`./worker-entry${import.meta.url.slice(-3)}`, import.meta.url)),
      minThreads: threads,
      maxThreads: threads,
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
      recordTiming: false,
    });
    opened.on('message', (id: number) => begun.get(id)?.());
    opened.on('error', () => undefined);
    // Piscina gives up on threads when one dies while it starts; its queue would then wait for ever.
    opened.on('workerDestroy', () => setImmediate(() => opened.threads.length === 0 && opened === pool && renew()));
    return opened;
  }

  function renew(): void {
    if (closed) return;
    const old = pool;
    pool = open();
    void old.destroy();
  }

  async function attempt(job: Job): Promise<Outcome | Failure> {
    const id = tasks++;
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    begun.set(id, () => {
      timer = setTimeout(() => controller.abort(), timeLimit);
    });
    try {
      const answer = await pool.run({ id, job }, { signal: controller.signal });
      return 'outcome' in answer ? answer.outcome : { kind: 'broken', reason: answer.reason };
    } catch (error) {
      if (closed) return { kind: 'stopped' };
      if (controller.signal.aborted) return { kind: 'time' };
      return { kind: 'ended', reason: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(timer);
      begun.delete(id);
    }
  }

  return {
    lint: async (job) => {
      let result = await attempt(job);
      for (let i = 1; i < ATTEMPTS && 'kind' in result && result.kind === 'ended'; i++) result = await attempt(job);
      return result;
    },
    close: async () => {
      closed = true;
      await pool.destroy();
    },
  };
}
