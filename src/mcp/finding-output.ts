import type { Edit, FileResult, Finding, RelatedPlace } from '../lint/finding.ts';
import { harmlessIn } from '../lint/harmless-edits.ts';
import { countsOf, placesIn, severestFirst } from '../report/places.ts';
import { snippetOf } from '../report/snippet.ts';
import type { Range } from '../text/range.ts';
import type { CheckOutput, FindingOutput } from './schemas.ts';

type PlaceOutput = Pick<FindingOutput, 'line' | 'column' | 'endLine' | 'endColumn'>;
type PlaceOf = ReturnType<typeof placesIn>;

/** What is asked about an article for each of its findings. */
interface Reader {
  readonly placeOf: PlaceOf;
  /** False for fixes that would change more than they touch: these are not offered. */
  readonly isSafe: (fix: Edit) => boolean;
}

function readerOf({ text, filePath }: FileResult): Reader {
  return { placeOf: placesIn(text), isSafe: harmlessIn({ text, path: filePath || undefined }) };
}

/** Findings of articles as structured content: at most `limit`, the severest first. */
export function checkOutput(all: readonly FileResult[], listed: readonly FileResult[], limit: number): CheckOutput {
  const findings = listed.flatMap((result) => result.findings);
  const shown = severestFirst(listed).slice(0, limit);
  const readers = new Map(shown.map(({ result }) => [result, readerOf(result)]));
  return {
    files: all.length,
    counts: { ...countsOf(findings) },
    findings: shown.map(({ finding, result }) =>
      findingOutput(finding, result, readers.get(result) ?? readerOf(result)),
    ),
    omitted: findings.length - shown.length,
    knownByBaseline: all.reduce((sum, result) => sum + result.findings.length, 0) - findings.length,
  };
}

function findingOutput(finding: Finding, { filePath, text }: FileResult, { placeOf, isSafe }: Reader): FindingOutput {
  const { ruleId, severity, message, range, related, fix, suggestions, fingerprint, docs } = finding;
  return {
    path: filePath || null,
    ruleId,
    severity,
    message,
    ...flat(placeOf(range)),
    excerpt: excerptOf(text, range, placeOf),
    related: related.map((place) => relatedOutput(place, filePath, text, placeOf)),
    ...(fix && isSafe(fix) ? { fix: editOutput(fix, text, placeOf) } : {}),
    suggestions: suggestions.map((suggestion, i) => ({
      number: i + 1,
      message: suggestion.message,
      ...editOutput(suggestion.edit, text, placeOf),
    })),
    fingerprint,
    ...(docs ? { docs } : {}),
  };
}

function relatedOutput(place: RelatedPlace, filePath: string, text: string, placeOf: PlaceOf) {
  const { range, loc, message } = place;
  if (place.filePath === undefined)
    return { path: filePath || null, ...flat(placeOf(range)), message, excerpt: excerptOf(text, range, placeOf) };
  const unknown = { line: 1, column: 1 };
  return { path: place.filePath, ...flat(loc ?? { start: unknown, end: unknown }), message, excerpt: null };
}

function editOutput({ range, text: replacement }: Edit, text: string, placeOf: PlaceOf) {
  return { ...flat(placeOf(range)), replaces: text.slice(...range), text: replacement };
}

function flat({ start, end }: ReturnType<PlaceOf>): PlaceOutput {
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function excerptOf(text: string, range: Range, placeOf: PlaceOf): string {
  const snippet = snippetOf(text, range, placeOf(range).start.column);
  return snippet ? snippet.before + snippet.marked + snippet.after : '';
}

/** A line a finding, for people and for clients that show text only. */
export function checkLines({ files, counts, findings, omitted }: CheckOutput): string {
  const { error, warning, info } = counts;
  return [
    `${files} checked: ${error} errors, ${warning} warnings, ${info} info`,
    ...findings.map(
      ({ path, line, column, severity, ruleId, message, fingerprint }) =>
        `${path ?? '<text>'}:${line}:${column} ${severity} ${ruleId} ${message} [${fingerprint}]`,
    ),
    ...(omitted > 0 ? [`… and ${omitted} more`] : []),
  ].join('\n');
}
