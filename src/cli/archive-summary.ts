import type { Finding, Severity } from '../lint/finding.ts';
import type { ArchiveSummary } from '../report/archive-summary.ts';

type Tally = Record<Severity, number>;

/** A summary that grows with the run. */
export interface GrowingSummary {
  readonly summary: ArchiveSummary;
  /** Counts an article; `date` is `YYYY-MM-DD`. */
  readonly article: (filePath: string, date: string | undefined, findings: readonly Finding[]) => void;
  /** Counts more findings of an article that was counted. */
  readonly more: (filePath: string, findings: readonly Finding[]) => void;
}

/** Starts an empty summary. Its size grows with the number of articles, not of findings. */
export function growingSummary(): GrowingSummary {
  const counts = tally();
  const byRule = new Map<string, Tally>();
  const byMonth = new Map<string, Tally & { articles: number }>();
  const byArticle = new Map<string, Tally>();
  const months = new Map<string, Tally & { articles: number }>();
  const summary = { articles: 0, counts, byRule, byMonth, byArticle };

  function more(filePath: string, findings: readonly Finding[]): void {
    for (const { ruleId, severity } of findings) {
      for (const row of [counts, at(byRule, ruleId, tally), at(byArticle, filePath, tally), months.get(filePath)]) {
        if (row) row[severity] += 1;
      }
    }
  }
  return {
    summary,
    more,
    article: (filePath, date, findings) => {
      summary.articles += 1;
      const month = at(byMonth, date?.slice(0, 7) ?? '', () => ({ ...tally(), articles: 0 }));
      month.articles += 1;
      months.set(filePath, month);
      more(filePath, findings);
    },
  };
}

function tally(): Tally {
  return { error: 0, warning: 0, info: 0 };
}

function at<T>(rows: Map<string, T>, key: string, empty: () => T): T {
  const row = rows.get(key) ?? empty();
  rows.set(key, row);
  return row;
}
