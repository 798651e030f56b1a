import ora from 'ora';
import type { Locale } from '../lint/mistake.ts';
import { grouped } from '../report/grouped.ts';
import type { Streams } from './streams.ts';

/** Milliseconds between two lines where no terminal is, and before the first. */
const LINE_EVERY = 10_000;
const SPIN_EVERY = 100;

export interface ArchiveProgress {
  /** One more article is done. */
  readonly advance: (findings: number) => void;
  readonly stop: () => void;
}

/** Shows articles, rate, time left and findings so far on standard error: live on a terminal, else a plain line every ten seconds. */
export function archiveProgress({ stderr }: Streams, total: number | undefined, locale: Locale): ArchiveProgress {
  const began = performance.now();
  const spinner = stderr.isTTY ? ora({ stream: process.stderr, discardStdin: false }) : undefined;
  let done = 0;
  let findings = 0;
  let last = began;
  return {
    advance: (more) => {
      done += 1;
      findings += more;
      const now = performance.now();
      if (now - last < (spinner ? SPIN_EVERY : LINE_EVERY)) return;
      last = now;
      const line = progressLine({ done, total, findings, seconds: (now - began) / 1000 }, locale);
      if (!spinner) stderr.write(`${line}\n`);
      else {
        spinner.text = line;
        if (!spinner.isSpinning) spinner.start();
      }
    },
    stop: () => void spinner?.stop(),
  };
}

interface State {
  readonly done: number;
  readonly total: number | undefined;
  readonly findings: number;
  readonly seconds: number;
}

function progressLine({ done, total, findings, seconds }: State, locale: Locale): string {
  const rate = done / seconds;
  const shown = (count: number): string => grouped(Math.round(count));
  const perSecond = rate < 10 ? rate.toFixed(1) : shown(rate);
  const left = total === undefined ? undefined : Math.ceil((total - done) / rate);
  return locale === 'ja'
    ? `${shown(done)}${total === undefined ? '' : ` / ${shown(total)}`} 件、毎秒${perSecond}件${left === undefined ? '' : `、残り約${left}秒`}、指摘${shown(findings)}件`
    : `${shown(done)}${total === undefined ? '' : ` of ${shown(total)}`} articles, ${perSecond}/s${left === undefined ? '' : `, about ${left} s left`}, ${shown(findings)} findings`;
}
