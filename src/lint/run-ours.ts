import type { Problem, Severity } from '../../rules/rule.ts';
import type { Document } from '../document/document.ts';
import type { ConfiguredRule } from './config.ts';
import type { Finding } from './finding.ts';
import type { Locale } from './mistake.ts';
import type { RuleFailure } from './run-rules.ts';

/** A finding that has no fingerprint yet. */
export type Draft = Omit<Finding, 'fingerprint' | 'docs'>;

const WEIGHT: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

/** Runs our rules on an article. A rule that throws fails alone. */
export function runOurs(
  document: Document,
  rules: readonly ConfiguredRule[],
  now: Date,
  locale: Locale,
): { readonly drafts: readonly Draft[]; readonly failures: readonly RuleFailure[] } {
  const drafts: Draft[] = [];
  const failures: RuleFailure[] = [];
  for (const configured of rules) {
    const { rule, options } = configured;
    try {
      // All or none: what a rule reports before it throws is not to be relied on.
      drafts.push(
        ...[...rule.check(document, options, { now })].map((problem) => draftOf(problem, configured, locale)),
      );
    } catch (error) {
      failures.push({ ruleId: `koetsu/${rule.id}`, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { drafts, failures };
}

function draftOf(problem: Problem, { rule, severity }: ConfiguredRule, locale: Locale): Draft {
  return {
    ruleId: `koetsu/${rule.id}`,
    severity: weaker(severity ?? rule.severity, problem.severity),
    message: problem.message[locale],
    range: problem.range,
    related: (problem.related ?? []).map(({ range, message }) => ({ range, message: message[locale] })),
    ...(problem.fix ? { fix: problem.fix } : {}),
    suggestions: (problem.suggestions ?? []).map(({ message, edit }) => ({ message: message[locale], edit })),
  };
}

/** A problem may be weaker than its rule, never stronger: the user's severity is a ceiling. */
function weaker(ceiling: Severity, own: Severity | undefined): Severity {
  return own !== undefined && WEIGHT[own] < WEIGHT[ceiling] ? own : ceiling;
}
