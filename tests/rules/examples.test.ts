import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { positionOf } from '../../src/text/positions.ts';
import { problemsOf } from '../support/rule-tester.ts';

interface Example {
  readonly text: string;
  readonly bad: boolean;
  readonly expected: readonly string[];
  readonly options?: object;
  readonly path?: string;
}

const EXAMPLE = /^````markdown *(\{.*\})?\n([\s\S]*?)^````\n((?:\n?>.*\n)*)/gm;

/** The examples in the page of a rule, in order. */
function examplesIn(page: string): Example[] {
  const good = page.search(/^## Good$/m);
  return Array.from(page.matchAll(EXAMPLE), (match) => ({
    text: match[2] ?? '',
    bad: match.index < good,
    expected: (match[3] ?? '')
      .split('\n')
      .filter((line) => line.startsWith('> '))
      .map((line) => line.slice(2)),
    ...(match[1] ? JSON.parse(match[1]) : {}),
  }));
}

describe.each(Object.values(rules))('$rule.id', (module) => {
  const page = readFileSync(new URL(`../../rules/${module.rule.id}/README.md`, import.meta.url), 'utf8');
  const examples = examplesIn(page);

  it('has good and bad examples', () => {
    expect(examples.some((example) => example.bad)).toBe(true);
    expect(examples.some((example) => !example.bad)).toBe(true);
  });

  it.each(examples)('$text', async (example) => {
    const problems = await problemsOf(module, example);
    const shown = problems.map(({ range, message }) => {
      const [start, end] = range.map((offset) => positionOf(example.text, offset));
      return `${start?.line}:${start?.column}–${end?.line}:${end?.column} ${message.ja}`;
    });
    expect(shown).toEqual(example.expected);
    if (example.bad) expect(shown).not.toEqual([]);
  });
});

describe('rules', () => {
  it('lists every folder of rules/', () => {
    const folders = readdirSync(new URL('../../rules', import.meta.url), { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && existsSync(new URL(`../../rules/${entry.name}/rule.ts`, import.meta.url)),
      )
      .map((entry) => entry.name);
    expect(Object.keys(rules).sort()).toEqual(folders.sort());
  });
});
