import { fastTokenizer } from './switch.ts';

interface CaptureGroup {
  readonly text: string | undefined;
  readonly index: number;
}

/** The exports of match-index 1. */
export interface MatchIndex {
  readonly matchCaptureGroupAll: (text: string, pattern: RegExp) => CaptureGroup[];
}

/**
 * match-index's `matchCaptureGroupAll`, which makes the pattern anew for each text and several objects for each match: here the pattern
 * is tried as it is first, and where it has one group only, that group is all that is made.
 */
export function fastMatchCaptureGroupAll({ matchCaptureGroupAll }: MatchIndex): MatchIndex['matchCaptureGroupAll'] {
  const clones = new WeakMap<RegExp, RegExp>();
  const cloneOf = (pattern: RegExp): RegExp => {
    const { source, flags } = pattern;
    const clone = clones.get(pattern) ?? new RegExp(source, flags.includes('g') ? flags : `g${flags}`);
    clones.set(pattern, clone);
    return clone;
  };
  return (text, pattern) => {
    if (!fastTokenizer() || !pattern.source.includes('(')) return matchCaptureGroupAll(text, pattern);
    if (text.search(pattern) < 0) return [];
    const groups: CaptureGroup[] = [];
    for (const match of text.matchAll(cloneOf(pattern))) {
      if (match.length !== 2 || match.groups) return matchCaptureGroupAll(text, pattern);
      const [, group] = match;
      groups.push({ text: group, index: text.indexOf(String(group), match.index) });
    }
    return groups;
  };
}
