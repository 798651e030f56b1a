import type { FileResult, Finding, Severity } from '../lint/finding.ts';
import { lineStartsOf, type Position, positionOf } from '../text/positions.ts';
import type { Range } from '../text/range.ts';

/** Where something stands, for people: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface Place {
  readonly start: Position;
  readonly end: Position;
}

/** A finding with the article that it stands in. */
export interface Located {
  readonly finding: Finding;
  readonly result: FileResult;
  readonly place: Place;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Turns ranges of one text into places; the lines are counted once. */
export function placesIn(text: string): (range: Range) => Place {
  const starts = lineStartsOf(text);
  return ([start, end]) => ({ start: positionOf(text, start, starts), end: positionOf(text, end, starts) });
}

/** Every finding with its place, the severest first, then in the order of the files. */
export function severestFirst(results: readonly FileResult[]): readonly Located[] {
  const all = results.flatMap((result) => {
    const placeOf = placesIn(result.text);
    return result.findings.map((finding) => ({ finding, result, place: placeOf(finding.range) }));
  });
  return all.sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity]);
}

/** Places in any of the articles, by path; undefined in one that is not among them. */
export function placesInAll(results: readonly FileResult[]): (filePath: string, range: Range) => Place | undefined {
  const texts = new Map(results.map(({ filePath, text }) => [filePath, text]));
  const known = new Map<string, (range: Range) => Place>();
  return (filePath, range) => {
    const text = texts.get(filePath);
    if (text === undefined) return undefined;
    const placeOf = known.get(filePath) ?? placesIn(text);
    known.set(filePath, placeOf);
    return placeOf(range);
  };
}

/** How many findings of each severity. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
