import ora from 'ora';
import type { Locale } from '../lint/mistake.ts';
import type { Streams } from './streams.ts';

/** Shows nothing for runs that are over before a person wonders. */
const PATIENCE_MS = 1000;

/** Progress of a run over files. `advance` also lets the terminal and Ctrl-C have their turn. */
export interface Progress {
  readonly advance: () => Promise<void>;
  readonly stop: () => void;
}

/** Shows on standard error how many files are done, if it is a terminal and the run takes longer than a second. */
export function progressOn({ stderr }: Streams, total: number, locale: Locale): Progress {
  const began = performance.now();
  const spinner = stderr.isTTY ? ora({ stream: process.stderr, discardStdin: false }) : undefined;
  let done = 0;
  return {
    advance: async () => {
      done += 1;
      if (!spinner || performance.now() - began < PATIENCE_MS) return;
      const left = Math.ceil(((performance.now() - began) / done) * ((total - done) / 1000));
      spinner.text =
        locale === 'ja'
          ? `${done} / ${total} 件を検査（残り約${left}秒）`
          : `${done} of ${total} articles, about ${left} s left`;
      if (!spinner.isSpinning) spinner.start();
      await new Promise((resolve) => setImmediate(resolve));
    },
    stop: () => void spinner?.stop(),
  };
}
