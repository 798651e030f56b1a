import { fastTokenizer } from './switch.ts';

interface Match {
  readonly match: string;
  readonly startIndex: number;
  readonly endIndex: number;
}

/** The exports of @textlint/regexp-string-matcher 1. */
export interface RegExpStringMatcher {
  readonly createRegExp: (pattern: string) => RegExp;
  readonly matchPatterns: (text: string, patterns: readonly string[]) => Match[];
}

/** regexp-string-matcher's `matchPatterns` with patterns that are made ready once, and not for each text. */
export function fastMatchPatterns(plain: RegExpStringMatcher): RegExpStringMatcher['matchPatterns'] {
  const ready = new WeakMap<readonly string[], readonly RegExp[]>();
  const readyOf = (patterns: readonly string[]): readonly RegExp[] => {
    const made = ready.get(patterns) ?? patterns.map((pattern) => plain.createRegExp(pattern));
    ready.set(patterns, made);
    return made;
  };
  return (text, patterns) => {
    const found = fastTokenizer() ? readyOf(patterns).flatMap((pattern) => matchesOf(text, pattern)) : undefined;
    // Where a pattern matches nothing, the package has no end.
    if (found?.every(({ match }) => match !== '') !== true) return plain.matchPatterns(text, patterns);
    const unique = new Map(found.map((one) => [`${one.startIndex} ${one.match}`, one]));
    return [...unique.values()].sort((a, b) => a.startIndex - b.startIndex || a.endIndex - b.endIndex);
  };
}

function matchesOf(text: string, pattern: RegExp): Match[] {
  if (text.search(pattern) < 0) return [];
  const matches = text.matchAll(pattern);
  return Array.from(matches, ({ 0: match, index }) => ({ match, startIndex: index, endIndex: index + match.length }));
}
