import type { FileResult, Finding, Severity } from '../lint/finding.ts';
import { lineStartsOf, positionOf } from '../text/positions.ts';
import type { Range } from '../text/range.ts';
import { safeJson } from './printable.ts';

const LEVEL: Record<Severity, number> = { warning: 1, error: 2, info: 3 };

/** textlint's JSON with additions (`related`, `fingerprint`, `docs`): one array, a file an entry, files without findings too. */
export function formatJson(results: readonly FileResult[]): string {
  return `${safeJson(results.map(jsonEntry), 1)}\n`;
}

/** One file of the report. */
export function jsonEntry({ filePath, text, findings }: FileResult): object {
  const starts = lineStartsOf(text);
  const loc = ([start, end]: Range) => ({ start: positionOf(text, start, starts), end: positionOf(text, end, starts) });
  return { filePath, messages: findings.map((finding) => messageOf(finding, loc)) };
}

function messageOf(finding: Finding, loc: (range: Range) => { start: { line: number; column: number } }): object {
  const { fix, related, suggestions, docs } = finding;
  const { start } = loc(finding.range);
  return {
    type: 'lint',
    ruleId: finding.ruleId,
    severity: LEVEL[finding.severity],
    message: finding.message,
    line: start.line,
    column: start.column,
    index: finding.range[0],
    range: finding.range,
    loc: loc(finding.range),
    ...(fix ? { fix } : {}),
    ...(suggestions.length > 0
      ? { suggestions: suggestions.map(({ message, edit }, i) => ({ id: `${i + 1}`, message, fix: edit })) }
      : {}),
    ...(related.length > 0
      ? { related: related.map((place) => (place.filePath ? place : { ...place, loc: loc(place.range) })) }
      : {}),
    fingerprint: finding.fingerprint,
    ...(docs ? { docs } : {}),
  };
}
