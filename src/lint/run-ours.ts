import type { Problem, Severity } from '../../rules/rule.ts';
import type { Document } from '../document/document.ts';
import { wholeCharacters } from '../text/range.ts';
import type { ConfiguredRule } from './config.ts';
import type { Finding } from './finding.ts';
import type { Locale } from './mistake.ts';
import type { RuleFailure } from './run-rules.ts';

/** A finding that has no fingerprint yet. */
export type Draft = Omit<Finding, 'fingerprint' | 'docs'>;

const WEIGHT: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

/** Later than the date of any article. */
const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

/** What our rules say of an article. */
interface OwnResult {
  readonly drafts: readonly Draft[];
  readonly failures: readonly RuleFailure[];
  /** False if the same rules would say something else at a later time. */
  readonly timeless: boolean;
}

/**
 * Runs our rules on an article. A rule that throws fails alone. A rule that looks at the clock is run a second time at the end
 * of time: if it says the same then (no date of the article lies in the future), its result holds for good and can be kept.
 */
export function runOurs(document: Document, rules: readonly ConfiguredRule[], now: Date, locale: Locale): OwnResult {
  const drafts: Draft[] = [];
  const failures: RuleFailure[] = [];
  let timeless = true;
  for (const configured of rules) {
    try {
      // All or none: what a rule reports before it throws is not to be relied on.
      const { found, looked } = runAt(document, configured, now);
      drafts.push(...found.map((problem) => draftOf(wholeProblem(problem, document.text), configured, locale)));
      if (looked) timeless &&= same(found, runAt(document, configured, END_OF_TIME).found);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failures.push({ ruleId: `koetsu/${configured.rule.id}`, reason });
    }
  }
  return { drafts, failures, timeless };
}

function runAt(document: Document, { rule, options }: ConfiguredRule, time: Date) {
  let looked = false;
  const circumstances = {
    get now(): Date {
      looked = true;
      return time;
    },
  };
  const found: readonly Problem[] = [...rule.check(document, options, circumstances)];
  return { found, looked };
}

function same(a: readonly Problem[], b: readonly Problem[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Rules quote so many characters of a text; a place never ends within one. */
function wholeProblem(problem: Problem, text: string): Problem {
  const { range, related } = problem;
  return {
    ...problem,
    range: wholeCharacters(range, text),
    ...(related ? { related: related.map((place) => ({ ...place, range: wholeCharacters(place.range, text) })) } : {}),
  };
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
