import type { Clock } from './clock.ts';
import type { Task } from './tasks.ts';
import type { StartThread, Thread, Told } from './thread.ts';

/** A task that takes its thread with it is tried once more, for it may not have been at fault. */
const ATTEMPTS = 2;

/** What became of a task. `superseded`: a newer one of the same name took its place, or nobody wants it any more. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly why: 'time' | 'ended' | 'error'; readonly reason: string };

export interface RunnerOptions {
  readonly start: StartThread;
  readonly clock: Clock;
  /** Milliseconds that one task may take, the start of the thread not counted. */
  readonly timeLimit: number;
  /** True: what the thread does is less urgent than all else. */
  readonly background?: boolean;
}

/** One thread that is replaced when it dies, hangs or has to forget its modules. */
export interface Runner {
  /** One task at a time. Never rejects. */
  readonly perform: (task: Task) => Promise<Outcome<unknown>>;
  /** Starts the thread before it is needed. */
  readonly warm: () => void;
  /** Replaces the thread; what is under way runs again. */
  readonly restart: () => void;
  readonly close: () => void;
}

interface Job {
  readonly id: number;
  readonly task: Task;
  readonly settle: (outcome: Outcome<unknown>) => void;
  attempts: number;
}

/** Makes a runner; its thread starts with the first task. */
export function createRunner({ start, clock, timeLimit, background = false }: RunnerOptions): Runner {
  let thread: { readonly it: Thread; ready: boolean } | undefined;
  let current: Job | undefined;
  let disarm = (): void => undefined;
  let ids = 0;

  function open(): { readonly it: Thread; ready: boolean } {
    const told = (message: Told): void => void (opened === thread && hear(message));
    const ended = (reason: string): void => void (opened === thread && bury(reason));
    const opened = { it: start({ told, ended }, background), ready: false };
    return opened;
  }

  function hear(message: Told): void {
    if ('ready' in message) {
      if (thread) thread.ready = true;
      if (current) arm();
    } else if (message.id === current?.id) {
      finish('error' in message ? failed('error', message.error) : { kind: 'done', value: message.value });
    }
  }

  function bury(reason: string): void {
    thread = undefined;
    if (!current) return;
    if (current.attempts >= ATTEMPTS) finish(failed('ended', reason));
    else post(current);
  }

  function post(job: Job): void {
    disarm();
    job.attempts += 1;
    thread ??= open();
    if (thread.ready) arm();
    thread.it.post({ id: job.id, task: job.task });
  }

  function arm(): void {
    disarm();
    disarm = clock.after(timeLimit, () => {
      stop();
      finish(failed('time', `${timeLimit / 1000} s`));
    });
  }

  function stop(): void {
    const old = thread;
    thread = undefined;
    old?.it.stop();
  }

  function finish(outcome: Outcome<unknown>): void {
    disarm();
    const job = current;
    current = undefined;
    job?.settle(outcome);
  }

  return {
    perform: (task) =>
      new Promise((settle) => {
        current = { id: ids++, task, settle, attempts: 0 };
        post(current);
      }),
    warm: () => {
      thread ??= open();
    },
    restart: () => {
      stop();
      if (current) post(Object.assign(current, { attempts: 0 }));
    },
    close: () => {
      stop();
      finish({ kind: 'superseded' });
    },
  };
}

function failed(why: 'time' | 'ended' | 'error', reason: string): Outcome<never> {
  return { kind: 'failed', why, reason };
}
