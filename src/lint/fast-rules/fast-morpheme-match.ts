import type { Morpheme } from '../../text/morphemes.ts';
import { fastTokenizer } from './switch.ts';
import { passes, type Shape, type TokenTest, tokenTest } from './token-pattern.ts';

interface Entry {
  readonly tokens: readonly Shape[];
}

interface Match {
  readonly tokens: readonly Morpheme[];
  readonly index: number;
  readonly skipped: readonly boolean[];
  readonly dict: Entry;
}

type MatchAll = (tokens: readonly Morpheme[]) => Match[];

/** The exports of morpheme-match-all 2. */
export interface MorphemeMatchAll {
  readonly createMatcher: (entries: readonly Entry[]) => MatchAll;
}

interface Pattern {
  readonly entry: Entry;
  readonly steps: readonly { readonly test: TokenTest; readonly skippable: boolean }[];
}

/**
 * morpheme-match-all's `createMatcher` with patterns that are made ready once. Within one list of tokens it finds what the
 * package finds. The package goes on with a half-found pattern in the next list, which may be another paragraph or another
 * file, so that it reports what is not there and misses what is; ours starts anew with each list. Where results differ:
 * - ja-no-weak-phrase, from one file to the next: `彼は行くかも` and then a file that starts with `しれません` is reported;
 *   after the same file, `かもしれない` at the start is missed, for its first token only ends the attempt that was open;
 * - ja-no-redundant-expression, from one paragraph to the next: `確認すること` and `ができます` are reported, and after
 *   `確認すること` a paragraph that starts with `することができます` is not;
 * - ja-no-abusage, from one paragraph to the next (`部品を` and `適応する`, with a fix that would insert `を適用`), and from one
 *   piece of a paragraph to the next (`可変**する**`), where the place is that of the first token counted in the second piece.
 */
export function fastMorphemeMatchAll(plain: MorphemeMatchAll): MorphemeMatchAll['createMatcher'] {
  const ready = new WeakMap<Entry, Pattern>();
  const patternOf = (entry: Entry): Pattern => {
    const pattern = ready.get(entry) ?? {
      entry,
      steps: entry.tokens.map((shape) => ({
        test: tokenTest(shape, (key) => !key.startsWith('_')),
        skippable: Boolean(shape._skippable),
      })),
    };
    ready.set(entry, pattern);
    return pattern;
  };
  return (entries) => {
    const stock = plain.createMatcher(entries);
    const patterns = indexOf(entries.map(patternOf));
    return (tokens) => (fastTokenizer() ? matchAll(tokens, patterns) : stock(tokens));
  };
}

function matchAll(tokens: readonly Morpheme[], patterns: PatternIndex): Match[] {
  const searches = possibleIn(tokens, patterns).map(newSearch);
  const matches: Match[] = [];
  if (searches.length === 0) return matches;
  for (const token of tokens) {
    for (const search of searches) {
      if (!advance(search, token)) continue;
      const [first] = search.tokens;
      const index = first === undefined ? -1 : tokens.indexOf(first);
      matches.push({ tokens: search.tokens, index, skipped: search.skipped, dict: search.pattern.entry });
      Object.assign(search, newSearch(search.pattern));
    }
  }
  return matches;
}

/** Patterns by a form that one of their tokens must have. */
interface PatternIndex {
  readonly patterns: readonly Pattern[];
  /** Numbers of patterns by surface form and by basic form. */
  readonly bySurface: ReadonlyMap<unknown, readonly number[]>;
  readonly byBasic: ReadonlyMap<unknown, readonly number[]>;
  /** Those that name no form. */
  readonly always: readonly number[];
}

function indexOf(patterns: readonly Pattern[]): PatternIndex {
  const bySurface = new Map<unknown, number[]>();
  const byBasic = new Map<unknown, number[]>();
  const always: number[] = [];
  const note = (map: Map<unknown, number[]>, key: unknown, i: number) => map.set(key, [...(map.get(key) ?? []), i]);
  for (const [i, { steps }] of patterns.entries()) {
    const tests = steps.filter(({ skippable }) => !skippable).map(({ test }) => test);
    const named = tests.filter(({ surface, basic }) => surface !== undefined || basic !== undefined);
    // Long words are rare.
    const rare = named.reduce<TokenTest | undefined>((a, b) => (a && lengthOf(a) > lengthOf(b) ? a : b), undefined);
    if (rare?.surface !== undefined) note(bySurface, rare.surface, i);
    else if (rare?.basic) for (const form of rare.basic) note(byBasic, form, i);
    else always.push(i);
  }
  return { patterns, bySurface, byBasic, always };
}

function lengthOf({ surface, basic = [] }: TokenTest): number {
  return surface === undefined ? Math.min(...basic.map((form) => String(form).length)) : String(surface).length;
}

/** The patterns that may be among these tokens, in order. */
function possibleIn(tokens: readonly Morpheme[], { patterns, bySurface, byBasic, always }: PatternIndex): Pattern[] {
  const possible = new Set(always);
  for (const { surface_form, basic_form } of tokens) {
    const surface = bySurface.get(surface_form);
    if (surface) for (const i of surface) possible.add(i);
    const basic = byBasic.get(basic_form);
    if (basic) for (const i of basic) possible.add(i);
  }
  return possible.size === 0 ? [] : patterns.filter((_, i) => possible.has(i));
}

/** An attempt to find a pattern. */
interface Search {
  readonly pattern: Pattern;
  at: number;
  tokens: Morpheme[];
  skipped: boolean[];
}

/** What an attempt has found before it has begun: most never do. */
const NOTHING: never[] = [];

const newSearch = (pattern: Pattern): Search => ({ pattern, at: 0, tokens: NOTHING, skipped: NOTHING });

/** Takes one token; true if the pattern is complete. A token that breaks an attempt does not begin another one. */
function advance(search: Search, token: Morpheme): boolean {
  const { steps } = search.pattern;
  for (let step = steps[search.at]; step; step = steps[search.at]) {
    const hit = passes(token, step.test);
    if (!hit && !step.skippable) {
      if (search.at > 0) Object.assign(search, newSearch(search.pattern));
      break;
    }
    if (search.tokens === NOTHING) Object.assign(search, { tokens: [], skipped: [] });
    search.skipped.push(!hit);
    search.at++;
    if (!hit) continue;
    search.tokens.push(token);
    break;
  }
  return search.at === steps.length;
}
