import type { InstalledRule } from '../config.ts';

/** A rule of another package whose messages on a top-level block depend on that block only. */
export interface BlockRule {
  readonly packageName: string;
  /** The versions with which tests/lint/block-cache.test.ts compared runs on blocks with runs on articles. */
  readonly versions: readonly string[];
  /** Name of the rule, if the package is a preset. */
  readonly ruleName?: string;
}

/**
 * The rules of preset-ja-technical-writing but for `no-mix-dearu-desumasu`, which compares all sentences of an article.
 * `sentence-length` names a line in its message: block-cache.ts moves it.
 */
export const blockRules: readonly BlockRule[] = [
  { packageName: 'textlint-rule-sentence-length', versions: ['5.2.1'] },
  { packageName: 'textlint-rule-max-comma', versions: ['4.0.0'] },
  { packageName: 'textlint-rule-max-ten', versions: ['5.0.0'] },
  { packageName: 'textlint-rule-max-kanji-continuous-len', versions: ['1.1.1'] },
  { packageName: 'textlint-rule-ja-no-mixed-period', versions: ['3.0.2'] },
  {
    packageName: 'textlint-rule-preset-jtf-style',
    versions: ['3.0.3'],
    ruleName: '2.2.2.算用数字と漢数字の使い分け',
  },
  { packageName: 'textlint-rule-no-doubled-conjunction', versions: ['3.0.1'] },
  { packageName: 'textlint-rule-no-doubled-conjunctive-particle-ga', versions: ['3.0.0'] },
  { packageName: 'textlint-rule-no-double-negative-ja', versions: ['2.0.1'] },
  { packageName: 'textlint-rule-no-doubled-joshi', versions: ['5.1.1'] },
  { packageName: 'textlint-rule-no-dropping-the-ra', versions: ['3.0.0'] },
  { packageName: 'textlint-rule-no-nfd', versions: ['2.0.2'] },
  { packageName: 'textlint-rule-no-exclamation-question-mark', versions: ['1.1.0'] },
  { packageName: 'textlint-rule-no-hankaku-kana', versions: ['2.0.1'] },
  { packageName: '@textlint-rule/textlint-rule-no-invalid-control-character', versions: ['3.0.0'] },
  { packageName: 'textlint-rule-ja-no-weak-phrase', versions: ['2.0.0'] },
  { packageName: 'textlint-rule-ja-no-successive-word', versions: ['2.0.1'] },
  { packageName: 'textlint-rule-ja-no-abusage', versions: ['3.0.0'] },
  { packageName: 'textlint-rule-ja-no-redundant-expression', versions: ['4.0.1'] },
  { packageName: 'textlint-rule-ja-unnatural-alphabet', versions: ['2.0.1'] },
  { packageName: '@textlint-rule/textlint-rule-no-unmatched-pair', versions: ['2.0.4'] },
  { packageName: 'textlint-rule-no-zero-width-spaces', versions: ['1.0.1'] },
];

/** Rules, as presets hold them → whether their version is one of the table. */
const known = new WeakMap<object, () => boolean>();

/** Notes that a preset has loaded a rule of the table. `isTested` is asked when the rule is used first. */
export function noteBlockRule({ ruleName }: BlockRule, loaded: unknown, isTested: () => boolean): void {
  let answer: boolean | undefined;
  const once = (): boolean => {
    answer ??= isTested();
    return answer;
  };
  const exported = defaultOf(loaded);
  const rule =
    ruleName === undefined ? exported : defaultOf((exported as { rules?: Record<string, unknown> }).rules?.[ruleName]);
  if ((typeof rule === 'object' && rule !== null) || typeof rule === 'function') known.set(rule, once);
}

/** True if the rule may be run on single blocks. */
export function isBlockRule({ rule, options }: InstalledRule): boolean {
  // A deprecated option of sentence-length, on which it reports once an article.
  if (typeof options === 'object' && 'exclusionPatterns' in options) return false;
  return known.get(rule)?.() ?? false;
}

function defaultOf(module: unknown): unknown {
  return (module as { default?: unknown } | null | undefined)?.default ?? module;
}
