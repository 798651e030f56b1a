import type { Config } from './config.ts';
import type { Draft } from './run-ours.ts';
import type { RuleFailure } from './run-rules.ts';
import type { Suppression } from './suppressions.ts';

/** A rule that threw. */
export function ruleFailed({ ruleId, reason }: RuleFailure, { locale }: Config): Draft {
  const message =
    locale === 'ja'
      ? `ルール「${ruleId}」の実行中にエラーが起きました（${reason}）。この記事ではこのルールの結果がありません。`
      : `The rule "${ruleId}" failed (${reason}); it gives no results for this article.`;
  return internalError(message);
}

/** What costs an article some or all of its results. */
export function internalError(message: string): Draft {
  return { ruleId: 'internal-error', severity: 'error', message, range: [0, 0], related: [], suggestions: [] };
}

/** A comment that suppresses nothing. */
export function unusedSuppression({ comment, ruleIds }: Suppression, { locale }: Config): Draft {
  const names = ruleIds.join(', ');
  const message =
    locale === 'ja'
      ? `この textlint-disable${names ? `（${names}）` : ''}が抑制する指摘はありません。コメントを削除してください。`
      : `This textlint-disable${names ? ` (${names})` : ''} suppresses nothing; remove the comment.`;
  // A comment for all rules may be there for one that only the site's own textlint runs.
  const severity = ruleIds.length > 0 ? 'warning' : 'info';
  return { ruleId: 'unused-suppression', severity, message, range: comment, related: [], suggestions: [] };
}
