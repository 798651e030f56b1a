import type { TextlintRuleModule } from '@textlint/types';
import * as v from 'valibot';
import type { Problem, Rule } from '../../rules/rule.ts';
import type { Document } from '../../src/document/document.ts';
import type { Config, RuleSet } from '../../src/lint/config.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lintText, type Tools } from '../../src/lint/lint-text.ts';

/** Enough for rules that ask for no morphemes. */
export const TOOLS: Tools = { tokenize: () => [], now: new Date('2026-11-01T00:00:00Z'), fastRules: false };

/** A rule of ours for tests: `id` and what it finds. */
export function ruleOf(
  id: string,
  check: (document: Document) => Iterable<Problem>,
  severity: Rule['severity'] = 'error',
): Rule {
  return { id, severity, description: { ja: '試し。', en: 'Test.' }, options: v.strictObject({}), check };
}

/** Finds every occurrence of a text; `fix` replaces it. */
export function wordRule(id: string, word: string, fix?: string): Rule {
  return ruleOf(id, ({ text }) =>
    Array.from(text.matchAll(new RegExp(word, 'g')), ({ 0: found, index }) => {
      const range = [index, index + found.length] as const;
      const message = { ja: `「${found}」があります。`, en: `There is "${found}".` };
      return { range, message, ...(fix === undefined ? {} : { fix: { range, text: fix } }) };
    }),
  );
}

/** A configuration of rules that are given, not loaded. */
export function configWith(
  ours: readonly Rule[],
  installed: Readonly<Record<string, TextlintRuleModule>> = {},
  rest: Partial<RuleSet> = {},
): Config {
  const set: RuleSet = {
    ours: ours.map((rule) => ({ rule, options: {}, severity: undefined })),
    installed: Object.entries(installed).map(([ruleId, rule]) => ({ ruleId, rule, packageName: ruleId })),
    filters: [],
    plugins: [],
    ...rest,
  };
  return { file: undefined, root: '/site', data: {}, settings: {}, locale: 'ja', rulesFor: () => set };
}

/** Findings of a text under `/site/a.md`. */
export function lint(text: string, config: Config): Promise<Finding[]> {
  return lintText({ text, path: '/site/a.md' }, config, TOOLS);
}
