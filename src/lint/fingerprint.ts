import { createHash } from 'node:crypto';
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
    return createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 16);
  });
}

function contextOf([start, end]: Range, text: string): string[] {
  const own = text.slice(start, end);
  const shown = own.length > 2 * OWN ? `${own.slice(0, OWN)}…${own.slice(-OWN)}` : own;
  return [text.slice(Math.max(0, start - BESIDE), start), shown, text.slice(end, end + BESIDE)].map(fold);
}

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
