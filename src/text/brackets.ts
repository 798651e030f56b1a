const CLOSER_OF = new Map(
  ['「」', '『』', '（）', '()', '【】', '［］', '[]', '〈〉', '《》', '〔〕', '“”'].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);
const OPENER_OF = new Map([...CLOSER_OF].map(([opener, closer]) => [closer, opener]));
const BRACKET = /[「」『』（）()【】［］[\]〈〉《》〔〕“”]/g;

/** Brackets of a text: `pairs` as offsets of opener and closer, by opener; `unmatched` offsets of the others, in order. */
export interface Brackets {
  readonly pairs: readonly (readonly [open: number, close: number])[];
  readonly unmatched: readonly number[];
}

/**
 * Matches the brackets of a text. Full-width and ASCII parentheses may close one another (（注) is common); a closer
 * that crosses others leaves those unmatched. `1)` and `a)` at the start of a line are list marks, not brackets.
 */
export function bracketPairs(text: string): Brackets {
  const pairs: [number, number][] = [];
  const unmatched: number[] = [];
  const open: Opener[] = [];
  const openOf = new Map<string, number>();
  for (const { 0: mark, index: at } of text.matchAll(BRACKET)) {
    const opens = CLOSER_OF.has(mark);
    const kind = fold(opens ? mark : (OPENER_OF.get(mark) ?? ''));
    const known = openOf.get(kind) ?? 0;
    if (opens) {
      open.push({ kind, at });
      openOf.set(kind, known + 1);
    } else if (known > 0) {
      const crossed = popTo(kind, open, openOf);
      pairs.push([crossed.pop() ?? at, at]);
      unmatched.push(...crossed);
    } else if (!isListMark(text, at)) unmatched.push(at);
  }
  unmatched.push(...open.map((bracket) => bracket.at));
  return { pairs: pairs.sort((a, b) => a[0] - b[0]), unmatched: unmatched.sort((a, b) => a - b) };
}

interface Opener {
  readonly kind: string;
  readonly at: number;
}

/** Takes openers off the stack up to the last one of a kind, and returns where they stand; that one is the last. */
function popTo(kind: string, open: Opener[], openOf: Map<string, number>): number[] {
  const taken: number[] = [];
  for (let last = open.pop(); last; last = open.pop()) {
    taken.push(last.at);
    openOf.set(last.kind, (openOf.get(last.kind) ?? 0) - 1);
    if (last.kind === kind) break;
  }
  return taken;
}

/** The outermost of matched pairs, in order; they do not overlap. */
export function outermostPairs(brackets: Brackets): (readonly [number, number])[] {
  const outer: (readonly [number, number])[] = [];
  for (const pair of brackets.pairs) if (pair[0] > (outer.at(-1)?.[1] ?? -1)) outer.push(pair);
  return outer;
}

function fold(opener: string): string {
  if (opener === '（') return '(';
  return opener === '［' ? '[' : opener;
}

function isListMark(text: string, closer: number): boolean {
  return (
    /[)）]/.test(text[closer] ?? '') &&
    /(?:^|[\s、。])[0-9０-９a-zA-Z①-⑳ア-ン]{1,2}$/u.test(text.slice(Math.max(0, closer - 3), closer))
  );
}
