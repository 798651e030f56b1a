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
    const patterns = entries.map(patternOf);
    return (tokens) => (fastTokenizer() ? matchAll(tokens, patterns) : stock(tokens));
  };
}

function matchAll(tokens: readonly Morpheme[], patterns: readonly Pattern[]): Match[] {
  const searches = patterns.map((pattern) => ({ pattern, attempt: newAttempt() }));
  const matches: Match[] = [];
  for (const token of tokens) {
    for (const search of searches) {
      const { attempt, pattern } = search;
      if (!advance(attempt, pattern, token)) continue;
      const [first] = attempt.tokens;
      const index = first === undefined ? -1 : tokens.indexOf(first);
      matches.push({ tokens: attempt.tokens, index, skipped: attempt.skipped, dict: pattern.entry });
      search.attempt = newAttempt();
    }
  }
  return matches;
}

interface Attempt {
  at: number;
  tokens: Morpheme[];
  skipped: boolean[];
}

const newAttempt = (): Attempt => ({ at: 0, tokens: [], skipped: [] });

/** Takes one token; true if the pattern is complete. A token that breaks an attempt does not begin another one. */
function advance(attempt: Attempt, { steps }: Pattern, token: Morpheme): boolean {
  for (let step = steps[attempt.at]; step; step = steps[attempt.at]) {
    if (passes(token, step.test)) {
      attempt.tokens.push(token);
      attempt.skipped.push(false);
      attempt.at++;
      break;
    }
    if (!step.skippable) {
      if (attempt.at > 0) Object.assign(attempt, newAttempt());
      break;
    }
    attempt.skipped.push(true);
    attempt.at++;
  }
  return attempt.at === steps.length;
}
