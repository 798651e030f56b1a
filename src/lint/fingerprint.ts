import { hash } from 'node:crypto';
import type { Range } from '../text/range.ts';

/** How much of a long passage, and of the text beside it, goes into a fingerprint. */
const OWN = 120;
const BESIDE = 16;

/** What a fingerprint is made of. `path` is relative to the configuration, with `/`. */
export interface Fingerprinted {
  readonly ruleId: string;
  readonly path: string;
  readonly range: Range;
}

/**
 * Fingerprints of the findings of one article, in the same order: 16 hexadecimal digits each, made of rule, path, the text of
 * the finding and a little beside it, white space folded, so that they survive edits elsewhere. Equal findings are numbered.
 */
export function fingerprintsOf(findings: readonly Fingerprinted[], text: string): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ ruleId, path, range }) => {
    const key = [ruleId, path, ...contextOf(range, text)].join('\0');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return hash('sha256', `${key}\0${count}`, 'hex').slice(0, 16);
  });
}

/**
 * What stands before a finding, its own text and what follows, white space folded; long passages are shortened. Twice as much as
 * is used is folded first, so that indentation and CR change nothing.
 */
export function contextOf([start, end]: Range, text: string): [before: string, own: string, after: string] {
  const before = fold(text.slice(Math.max(0, start - 2 * BESIDE), start)).slice(-BESIDE);
  const after = fold(text.slice(end, end + 2 * BESIDE)).slice(0, BESIDE);
  if (end - start <= 2 * OWN) return [before, fold(text.slice(start, end)), after];
  const head = fold(text.slice(start, start + 2 * OWN)).slice(0, OWN);
  const tail = fold(text.slice(end - 2 * OWN, end)).slice(-OWN);
  return [before, `${head}…${tail}`, after];
}

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
