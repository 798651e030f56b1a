import type { Bilingual } from '../lint/mistake.ts';
import type { Failure } from './worker-pool.ts';

/** Why an article has no findings of its own, for people. */
export function failureReason(failure: Failure, timeLimit: number): Bilingual {
  const seconds = timeLimit / 1000;
  switch (failure.kind) {
    case 'time':
      return {
        ja: `検査が${seconds}秒で終わらないため打ち切りました。この記事の結果はありません。`,
        en: `The check did not end within ${seconds} s and was stopped; there are no results for this article.`,
      };
    case 'ended':
      return {
        ja: `検査中にワーカーが異常終了しました（${failure.reason}）。この記事の結果はありません。`,
        en: `The worker died during the check (${failure.reason}); there are no results for this article.`,
      };
    case 'broken':
      return {
        ja: `検査を始められません（${failure.reason}）。この記事の結果はありません。`,
        en: `The check could not start (${failure.reason}); there are no results for this article.`,
      };
    case 'stopped':
      return { ja: '中断されました。', en: 'The run was stopped.' };
  }
}
