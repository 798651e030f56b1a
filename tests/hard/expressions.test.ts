import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/built.ts';
import { record } from '../support/reliability.ts';

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Milliseconds for one pattern: what takes longer is looked at as if it were vulnerable. */
const PATIENCE = 1500;

/**
 * Patterns with a quantifier without a bound that the checker does not find linear, and why they may stay. Everything else that is
 * not safe has to be written another way: `(?<!x)x+$` for `x+$`, `indexOf` for a search from many beginnings.
 */
const REVIEWED: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('./expressions.json', import.meta.url), 'utf8'),
);

/** Every regular expression that is written in our sources. */
function patterns(): readonly Pattern[] {
  const found = new Map<string, Pattern>();
  for (const folder of ['src', 'rules']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.tsx?$/.test(name)) continue;
      const file = join(folder, name);
      const { program, errors } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'));
      expect(errors).toEqual([]);
      const note = (source: string, flags: string): void =>
        void found.set(`/${source}/${flags}`, { file, source, flags });
      new Visitor({ Literal: (node) => 'regex' in node && note(node.regex.pattern, node.regex.flags) }).visit(program);
    }
  }
  return [...found.values()];
}

/** True if no part of a pattern may match without end: its time is then proportional to the text, however it is searched. */
function isBounded(source: string): boolean {
  const withoutClasses = source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/gs, 'x');
  return !/[*+]|\{\d+,\}/.test(withoutClasses);
}

describe('regular expressions', () => {
  it('are all linear, bounded, or reviewed', async () => {
    const all = patterns();
    expect(all.length).toBeGreaterThan(700);
    const counts = { patterns: all.length, safe: 0, bounded: 0, reviewed: 0 };
    const wrong: string[] = [];
    for (const { file, source, flags } of all) {
      const { status } = await check(source, flags, { timeout: PATIENCE });
      const key = `${file} /${source}/${flags}`;
      if (status === 'safe') counts.safe += 1;
      else if (isBounded(source)) counts.bounded += 1;
      else if (key in REVIEWED) {
        counts.reviewed += 1;
      } else wrong.push(key);
    }
    record('expressions', counts);
    expect(wrong).toEqual([]);
  });

  it('lists no reviewed pattern that is gone', () => {
    const known = new Set(patterns().map(({ file, source, flags }) => `${file} /${source}/${flags}`));
    expect(Object.keys(REVIEWED).filter((key) => !known.has(key))).toEqual([]);
  });
});
