import { createRunner, type Outcome, type RunnerOptions } from './runner.ts';
import type { Answers, Task } from './tasks.ts';

/** One thread and the tasks that wait for it. */
export interface Lane {
  /** Never rejects. A waiting task of the same name is superseded; one that is under way ends, and counts for nothing. */
  readonly run: <T extends Task>(name: string, task: T, urgent?: boolean) => Promise<Outcome<Answers[T['kind']]>>;
  /** Takes a waiting task out. */
  readonly cancel: (name: string) => void;
  readonly warm: () => void;
  readonly restart: () => void;
  readonly close: () => void;
}

interface Waiting {
  readonly name: string;
  readonly task: Task;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

/** Opens a lane. Tasks run one at a time, in order, urgent ones first. */
export function openLane(options: RunnerOptions): Lane {
  const runner = createRunner(options);
  const waiting: Waiting[] = [];
  let busy = false;
  let closed = false;

  async function work(): Promise<void> {
    busy = true;
    for (let job = waiting.shift(); job; job = waiting.shift()) job.settle(await runner.perform(job.task));
    busy = false;
  }

  function cancel(name: string): void {
    const at = waiting.findIndex((job) => job.name === name);
    for (const job of at < 0 ? [] : waiting.splice(at, 1)) job.settle({ kind: 'superseded' });
  }

  return {
    run: <T extends Task>(name: string, task: T, urgent = false) =>
      new Promise<Outcome<Answers[T['kind']]>>((resolve) => {
        if (closed) return resolve({ kind: 'superseded' });
        cancel(name);
        // What comes back is what the task asked for: `perform` has the same signature.
        const settle = (outcome: Outcome<unknown>) => resolve(outcome as Outcome<Answers[T['kind']]>);
        if (urgent) waiting.unshift({ name, task, settle });
        else waiting.push({ name, task, settle });
        if (!busy) void work();
      }),
    cancel,
    warm: runner.warm,
    restart: runner.restart,
    close: () => {
      closed = true;
      for (const { settle } of waiting.splice(0)) settle({ kind: 'superseded' });
      runner.close();
    },
  };
}
