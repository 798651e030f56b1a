import pc from 'picocolors';
import type { Severity } from '../lint/finding.ts';
import type { Locale } from '../lint/mistake.ts';
import { grouped } from './grouped.ts';
import { printable } from './printable.ts';
import { widthOf } from './width.ts';
import { wordsOf } from './words.ts';

/** Numbers of findings by severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** What a summary of an archive is made of. */
export interface ArchiveSummary {
  readonly articles: number;
  readonly counts: Counts;
  readonly byRule: ReadonlyMap<string, Counts>;
  /** `YYYY-MM`; empty for articles without a date. */
  readonly byMonth: ReadonlyMap<string, Counts & { readonly articles: number }>;
  readonly byArticle: ReadonlyMap<string, Counts>;
}

export interface SummaryOptions {
  readonly locale: Locale;
  readonly color: boolean;
  readonly nameOf: (filePath: string) => string;
}

const WORST = 10;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const TITLES = {
  ja: { rule: 'ルール', month: '月', worst: '指摘の多い記事', articles: '記事', undated: '日付なし' },
  en: { rule: 'rule', month: 'month', worst: 'worst articles', articles: 'articles', undated: 'undated' },
} as const;

/** For people: findings by rule, by month and of the worst articles. */
export function formatArchiveSummary(summary: ArchiveSummary, { locale, color, nameOf }: SummaryOptions): string {
  const colors = pc.createColors(color);
  const words = wordsOf(locale);
  const titles = TITLES[locale];
  const heads = SEVERITIES.map((severity) => words.severity[severity]);
  const numbers = (counts: Counts): string[] => SEVERITIES.map((severity) => shown(counts[severity]));
  const rules = [...summary.byRule].sort(byWeight);
  const months = [...summary.byMonth].sort(([a], [b]) => (a < b ? -1 : 1));
  const worst = [...summary.byArticle].sort(byWeight).filter(([, counts]) => counts.error + counts.warning > 0);
  const tables = [
    table(
      [titles.rule, ...heads],
      rules.map(([rule, counts]) => [rule, ...numbers(counts)]),
      colors,
    ),
    table(
      [titles.month, titles.articles, ...heads],
      months.map(([month, row]) => [month || titles.undated, shown(row.articles), ...numbers(row)]),
      colors,
    ),
    table(
      [titles.worst, ...heads],
      worst.slice(0, WORST).map(([file, counts]) => [printable(nameOf(file)), ...numbers(counts)]),
      colors,
    ),
  ];
  return [...tables.filter(Boolean), `${colors.bold(words.summary(summary.articles, summary.counts))}\n`].join('\n');
}

function shown(count: number): string {
  return count === 0 ? '·' : grouped(count);
}

function byWeight([a, x]: readonly [string, Counts], [b, y]: readonly [string, Counts]): number {
  return y.error - x.error || y.warning - x.warning || y.info - x.info || (a < b ? -1 : 1);
}

/** A table with its first column to the left and numbers to the right; empty if it has no rows. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  colors: ReturnType<typeof pc.createColors>,
): string {
  if (rows.length === 0) return '';
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => widthOf(row[i] ?? ''))));
  const line = (row: readonly string[]): string => {
    const cells = row.map((cell, i) => {
      const space = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
      return i === 0 ? cell + space : space + cell;
    });
    return `  ${cells.join('  ')}`;
  };
  return `${[colors.dim(line(head)), ...rows.map(line)].join('\n')}\n`;
}
