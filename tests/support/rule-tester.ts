import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { RuleModule } from '../../rules/define-rule.ts';
import type { Problem } from '../../rules/rule.ts';
import { parseDocument } from '../../src/document/parse-document.ts';
import { loadTokenizer } from '../../src/text/load-tokenizer.ts';
import type { Range } from '../../src/text/range.ts';

/** The clock of all rule tests. */
const NOW: Date = new Date('2026-11-01T00:00:00Z');

interface Case {
  readonly text: string;
  readonly options?: object;
  readonly path?: string;
  /** What the case shows, where the text does not say it by itself. */
  readonly why?: string;
}

interface Expected {
  /** The range, or the text that it covers if that text occurs once in the article. */
  readonly at: Range | string;
  /** The whole Japanese message. */
  readonly message: string;
  readonly en?: string;
  readonly severity?: Problem['severity'];
  /** The texts that the related places cover. */
  readonly related?: readonly string[];
  /** The article after this fix alone. */
  readonly output?: string;
  /** The article after each suggestion alone. */
  readonly suggestions?: readonly string[];
}

interface Table {
  readonly valid: readonly (string | Case)[];
  readonly invalid: readonly (Case & { readonly problems: readonly Expected[] })[];
}

/** Runs a rule on a text; problems in the order of the text. */
export async function problemsOf(module: RuleModule, test: Case): Promise<Problem[]> {
  const document = parseDocument(test.text, await loadTokenizer(), test.path);
  const options = parse(module.rule.options, test.options ?? {});
  const problems = [...module.rule.check(document, options, { now: NOW })];
  return problems.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** Tests a rule by a table: articles without a problem, and articles with exactly the problems that are listed. */
export function testRule(module: RuleModule, table: Table): void {
  describe(module.rule.id, () => {
    for (const entry of table.valid) {
      const test = typeof entry === 'string' ? { text: entry } : entry;
      it(`valid: ${titleOf(test)}`, async () => {
        expect((await problemsOf(module, test)).map((problem) => shape(problem, test.text, {}))).toEqual([]);
      });
    }
    for (const test of table.invalid) {
      it(`invalid: ${titleOf(test)}`, async () => {
        const problems = await problemsOf(module, test);
        const shapes = problems.map((problem, i) => shape(problem, test.text, test.problems[i] ?? {}));
        expect(shapes).toEqual(
          test.problems.map((expected) => ({ ...expected, at: slice(rangeOf(expected.at, test.text), test.text) })),
        );
      });
    }
  });
}

function titleOf(test: Case): string {
  return test.why ?? test.text.replaceAll(/\s+/g, ' ').slice(0, 60);
}

/** A problem in the form of the table, reduced to what the expectation names. */
function shape(problem: Problem, text: string, expected: Partial<Expected>): Record<string, unknown> {
  const full = {
    at: slice(problem.range, text),
    message: problem.message.ja,
    en: problem.message.en,
    severity: problem.severity,
    related: (problem.related ?? []).map((related) => text.slice(...related.range)),
    output: problem.fix ? apply(problem.fix, text) : undefined,
    suggestions: (problem.suggestions ?? []).map((suggestion) => apply(suggestion.edit, text)),
  };
  const always = ['at', 'message'];
  return Object.fromEntries(Object.entries(full).filter(([key]) => always.includes(key) || key in expected));
}

function slice(range: Range, text: string): string {
  return `${range[0]}-${range[1]} ${text.slice(...range)}`;
}

function rangeOf(at: Range | string, text: string): Range {
  if (typeof at !== 'string') return at;
  const start = text.indexOf(at);
  if (start < 0 || text.indexOf(at, start + 1) >= 0) throw new Error(`«${at}» does not occur exactly once`);
  return [start, start + at.length];
}

function apply(edit: { readonly range: Range; readonly text: string }, text: string): string {
  return text.slice(0, edit.range[0]) + edit.text + text.slice(edit.range[1]);
}
