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

/** Milliseconds for one pattern: what takes longer is measured, as if it were vulnerable. */
const PATIENCE = 1000;
/** Characters of an adversarial text, and the CPU time that a linear pattern needs for it many times over. */
const [LENGTH, MOST_MS] = [60_000, 1000];

/** Patterns that are not linear, and why they may stay; all others have to be written another way, or without a pattern. */
const REVIEWED: Readonly<Record<string, string>> = {
  'src/figures/meaning.ts /(?:(?:は|が|も': 'looks at the 30 characters before a figure',
  'src/archive/replace-file.ts /, [a-z]+(?: ': 'looks at the message of an error',
  'src/start/kept-modules.ts /@\\w+': 'looks at the code of installed packages, which is run anyway',
  'src/lint/baseline.ts /「[^」]*」': 'looks at messages of at most 300 characters',
  'src/lint/read-config.ts /"(?:[^"': 'looks at the configuration, which is trusted',
  'src/report/figure-table.ts /\\B': 'groups the digits of a number',
  'rules/contradictory-figures/formulas.ts /[（(]*$': 'looks at four characters',
  'rules/contradictory-figures/same-quantity/mentions.ts /e.*$': 'looks at the digits of a number',
  'rules/contradictory-figures/same-quantity/mentions.ts /0+$': 'looks at the digits of a number',
  'rules/contradictory-figures/wording.ts /\\B': 'groups the digits of a number',
};

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

/** Texts that make a pattern begin, and fail, again and again: what the checker attacks with, and all that the pattern itself spells. */
function adversaries(source: string, attack: string | undefined): string[] {
  const spelt = source.replaceAll(/\(\?[=!:<]*|[\^$|?*+(){}]|\\[bBdDwWsSpP](?:\{[^}]*\})?/g, ' ');
  const words = new Set([...(spelt.match(/[^\s[\]\\]{1,12}/g) ?? []), ...spelt, ...'a0 \t\n-あア漢、。「（[{<*']);
  return [...(attack ? [attack] : []), ...Array.from(words, (word) => word.repeat(Math.ceil(LENGTH / word.length)))];
}

/** CPU milliseconds that a search for all matches takes at most, over all adversarial texts; not further than `MOST_MS`. */
function slowest(source: string, flags: string, attack: string | undefined): number {
  let most = 0;
  for (const text of adversaries(source, attack)) {
    for (const end of ['', '\u0000']) {
      const { user } = process.cpuUsage();
      const all = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
      for (const _ of (text.slice(0, LENGTH) + end).matchAll(all));
      most = Math.max(most, (process.cpuUsage().user - user) / 1000);
      if (most > MOST_MS) return most;
    }
  }
  return most;
}

async function judged({ file, source, flags }: Pattern) {
  const key = `${file} /${source}/${flags}`;
  const reviewed = Object.keys(REVIEWED).find((start) => key.startsWith(start));
  const found = await check(source, flags, { timeout: PATIENCE });
  const attack = found.status === 'vulnerable' ? found.attack.string : undefined;
  const verdictOf = () => {
    if (found.status === 'safe') return 'linearByForm';
    if (reviewed !== undefined) return 'reviewed';
    return slowest(source, flags, attack) <= MOST_MS ? 'linearUnderAttack' : 'wrong';
  };
  return { key, reviewed, verdict: verdictOf() } as const;
}

describe('regular expressions', () => {
  it('are all linear by their form, linear when they are attacked, or reviewed', async () => {
    const all = patterns();
    expect(all.length).toBeGreaterThan(700);
    const counts = { patterns: all.length, linearByForm: 0, linearUnderAttack: 0, reviewed: 0 };
    const wrong: string[] = [];
    const met = new Set<string>();
    for (const pattern of all) {
      const { verdict, key, reviewed } = await judged(pattern);
      // On a slow machine the checker may not come to an end with what it calls safe on another one.
      if (reviewed !== undefined) met.add(reviewed);
      if (verdict === 'wrong') wrong.push(key);
      else counts[verdict] += 1;
    }
    record('expressions', counts);
    expect(wrong).toEqual([]);
    expect(Object.keys(REVIEWED).filter((start) => !met.has(start))).toEqual([]);
  });
});
