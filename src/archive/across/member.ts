import { createHash } from 'node:crypto';
import type { Finding, RelatedPlace, Severity } from '../../lint/finding.ts';
import type { Bilingual, Locale } from '../../lint/mistake.ts';
import { positionOf } from '../../text/positions.ts';
import type { Range } from '../../text/range.ts';
import type { Facts } from '../facts.ts';

/** An article of an archive, as the checks across articles see it. */
export interface Member {
  readonly filePath: string;
  /** Relative to the configuration, with `/`: what fingerprints are made of. */
  readonly name: string;
  readonly facts: Facts;
}

/** What a check found in one article, with the others that it is about. */
export interface AcrossProblem {
  readonly member: Member;
  readonly id: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: Bilingual;
  /** What stays the same when lines move: a title, a phrase. */
  readonly identity: string;
  readonly others: readonly { readonly member: Member; readonly range: Range; readonly message: Bilingual }[];
}

/** Others than these are counted, not named. */
const MOST_RELATED = 5;

/** A problem as every door shows it. */
export function findingOf(problem: AcrossProblem, locale: Locale): Finding {
  const { member, id, severity, range, message, identity, others } = problem;
  const ruleId = `archive/${id}`;
  const related = others.slice(0, MOST_RELATED).map(
    (other): RelatedPlace => ({
      filePath: other.member.filePath,
      range: other.range,
      loc: locOf(other.range, other.member.facts),
      message: other.message[locale],
    }),
  );
  const fingerprint = createHash('sha256').update([ruleId, member.name, identity].join('\0')).digest('hex');
  return {
    ruleId,
    severity,
    message: message[locale],
    range,
    related,
    suggestions: [],
    fingerprint: fingerprint.slice(0, 16),
  };
}

function locOf([start, end]: Range, { lines }: Facts): Required<RelatedPlace>['loc'] {
  const endless = { length: Number.POSITIVE_INFINITY };
  return { start: positionOf(endless, start, lines), end: positionOf(endless, end, lines) };
}

/** Groups by key, in the order of the values; values with an undefined key are left out. */
export function groupsBy<T>(values: Iterable<T>, keyOf: (value: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Letters and digits of a title, width and case folded: what makes two titles the same to a reader. */
export function foldedTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** «another article» or «3 other articles». */
export function otherArticles(count: number): string {
  return count === 1 ? 'another article' : `${count} other articles`;
}
