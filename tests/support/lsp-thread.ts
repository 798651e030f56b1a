import type { Perform } from '../../src/lsp/perform.ts';
import type { Deps } from '../../src/lsp/service.ts';
import type { StartThread } from '../../src/lsp/thread.ts';

/** The clock of all protocol tests: it stands still, and nothing waits. */
export const NOW: Date = new Date('2026-11-01T00:00:00Z');

/** A clock without waiting: short delays pass at once, long ones (time limits, patience) never. */
export const impatient: Deps['clock'] = {
  now: () => NOW,
  after: (milliseconds, callback) => {
    if (milliseconds >= 100) return () => undefined;
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  },
};

/** A thread that is none: tasks run here, one after the other, in turns of their own. */
export function threadHere(load: () => Promise<Perform>): StartThread {
  return ({ told }) => {
    let stopped = false;
    const perform = load();
    void perform.then(() => stopped || told({ ready: true }));
    return {
      post: ({ id, task }) =>
        void perform
          .then((run) => run(structuredClone(task)))
          .then(
            (value) => ({ id, value: structuredClone(value) }),
            (error: unknown) => ({ id, error: String(error) }),
          )
          .then((message) => setImmediate(() => stopped || told(message))),
      stop: () => {
        stopped = true;
      },
    };
  };
}
