import type { Report } from './report.ts';

/** Counts by severity, the severest first. */
export type Tally = [error: number, warning: number, info: number];

export interface RuleRow {
  readonly rule: string;
  readonly counts: Tally;
}

export interface MonthRow {
  /** `YYYY-MM`, or empty. */
  readonly month: string;
  readonly articles: number;
  readonly counts: Tally;
  /** Per cent of the text that is repeated. */
  readonly duplicated: number;
}

export interface Statistics {
  readonly counts: Tally;
  readonly articlesWith: number;
  /** By count, the greatest first. */
  readonly rules: readonly RuleRow[];
  /** In the order of time, those without a date first. */
  readonly months: readonly MonthRow[];
  /** Per cent of all text that is repeated. */
  readonly duplicated: number;
  /** Median of the minutes by which declared and computed reading time differ; undefined where none is declared. */
  readonly readingOff: number | undefined;
  /** Numbers of the articles with most findings, the worst first, with their counts. */
  readonly worst: readonly { readonly article: number; readonly counts: Tally }[];
}

const WORST = 15;

/** Counts everything that the overview shows, in one pass over the findings. */
export function statisticsOf(report: Report): Statistics {
  const { rules, articles, findings } = report.data;
  const counts: Tally = [0, 0, 0];
  const byRule = rules.map((): Tally => [0, 0, 0]);
  const byArticle = articles.map((): Tally => [0, 0, 0]);
  for (let i = 0; i < report.size; i += 1) {
    const severity = findings.severity[i] ?? 0;
    for (const row of [counts, byRule[findings.rule[i] ?? -1], byArticle[findings.article[i] ?? -1]]) {
      if (row) row[severity] = (row[severity] ?? 0) + 1;
    }
  }
  const length = sum(articles.map((article) => article.length));
  const worst = byArticle.map((row, article) => ({ article, counts: row })).filter((row) => sum(row.counts) > 0);
  return {
    counts,
    articlesWith: worst.length,
    rules: byRule.map((row, i) => ({ rule: rules[i]?.id ?? '', counts: row })).sort(mostFirst),
    months: monthsOf(report, byArticle),
    duplicated: length === 0 ? 0 : (100 * sum(articles.map(({ duplicated }) => duplicated))) / length,
    readingOff: readingOff(report),
    worst: worst.sort(mostFirst).slice(0, WORST),
  };
}

/** Errors weigh more than warnings, warnings more than information. */
function mostFirst(a: { readonly counts: Tally }, b: { readonly counts: Tally }): number {
  return b.counts[0] - a.counts[0] || b.counts[1] - a.counts[1] || b.counts[2] - a.counts[2];
}

function monthsOf({ data, months }: Report, byArticle: readonly Tally[]): MonthRow[] {
  const rows = new Map<string, { articles: number; counts: Tally; length: number; repeated: number }>();
  for (const [i, { length, duplicated }] of data.articles.entries()) {
    const month = months[i] ?? '';
    const row = rows.get(month) ?? { articles: 0, counts: [0, 0, 0], length: 0, repeated: 0 };
    const [error = 0, warning = 0, info = 0] = byArticle[i] ?? [];
    rows.set(month, {
      articles: row.articles + 1,
      counts: [row.counts[0] + error, row.counts[1] + warning, row.counts[2] + info],
      length: row.length + length,
      repeated: row.repeated + duplicated,
    });
  }
  return Array.from(rows, ([month, { articles, counts, length, repeated }]) => {
    return { month, articles, counts, duplicated: length === 0 ? 0 : (100 * repeated) / length };
  }).sort((a, b) => (a.month < b.month ? -1 : 1));
}

function readingOff({ data }: Report): number | undefined {
  const off = data.articles
    .flatMap(({ declared, computed }) =>
      declared === undefined || computed === undefined ? [] : Math.abs(declared - computed),
    )
    .sort((a, b) => a - b);
  return off[Math.floor(off.length / 2)];
}

/** The sum of numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
