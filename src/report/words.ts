import type { Severity } from '../lint/finding.ts';
import type { Locale } from '../lint/mistake.ts';
import { grouped } from './grouped.ts';

/** What reports say beside the findings, in the language of the run. */
export interface Words {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly related: string;
  readonly suggestion: string;
  readonly fixable: string;
  readonly clean: (files: number) => string;
  readonly summary: (files: number, counts: Readonly<Record<Severity, number>>) => string;
  readonly hidden: (count: number) => string;
  readonly canFix: (count: number) => string;
  readonly total: string;
  readonly rule: string;
}

const plural = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

const JA: Words = {
  severity: { error: 'エラー', warning: '警告', info: '情報' },
  related: '関連',
  suggestion: '候補',
  fixable: '自動修正可',
  clean: (files) => `${grouped(files)}件の記事に問題は見つかりませんでした。`,
  summary: (files, { error, warning, info }) =>
    `${grouped(files)}件の記事: エラー${grouped(error)}件、警告${grouped(warning)}件、情報${grouped(info)}件`,
  hidden: (count) => `情報${grouped(count)}件は省略しました（--verbose で表示）。`,
  canFix: (count) => `${grouped(count)}件は --fix で安全に直せます。`,
  total: '計',
  rule: 'ルール',
};

const EN: Words = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  related: 'related',
  suggestion: 'suggestion',
  fixable: 'fixable',
  clean: (files) => `No problems in ${plural(files, 'article')}.`,
  summary: (files, { error, warning, info }) =>
    `${plural(files, 'article')}: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${grouped(info)} info`,
  hidden: (count) => `${plural(count, 'finding')} of severity info not shown (--verbose shows them).`,
  canFix: (count) => `${plural(count, 'finding')} can be fixed safely with --fix.`,
  total: 'total',
  rule: 'rule',
};

/** The words of a language. */
export const wordsOf = (locale: Locale): Words => (locale === 'ja' ? JA : EN);
