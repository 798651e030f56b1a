import type { Locale } from '../lint/mistake.ts';
import { EXIT, type Streams } from './streams.ts';

/** Says how far a run came before Ctrl-C; no report is written, for half of one looks like a whole one. */
export function interrupted(
  done: number,
  { cache }: { readonly cache?: boolean },
  locale: Locale,
  { stderr }: Streams,
): { readonly code: number } {
  const kept = cache !== false;
  stderr.write(
    locale === 'ja'
      ? `koetsu: 中断しました（${done}件は検査済み${kept ? '。次回は続きから検査します' : ''}）。\n`
      : `koetsu: interrupted; ${done} articles are done${kept ? ', and the next run goes on from there' : ''}.\n`,
  );
  return { code: EXIT.interrupted };
}
