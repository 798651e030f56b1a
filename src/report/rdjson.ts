import type { FileResult, Finding, Severity } from '../lint/finding.ts';
import { lineStartsOf, positionOf } from '../text/positions.ts';
import type { Range } from '../text/range.ts';
import { safeJson } from './printable.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };
const SOURCE = { name: 'koetsu', url: 'https://www.npmjs.com/package/koetsu' };

/** reviewdog's DiagnosticResult: one JSON object. Its columns count UTF-8 bytes from 1; ends are exclusive. */
export function formatRdjson(results: readonly FileResult[]): string {
  return `${safeJson({ source: SOURCE, diagnostics: diagnosticsOf(results) }, 1)}\n`;
}

/** reviewdog's Diagnostic, one JSON object a line. */
export function formatRdjsonl(results: readonly FileResult[]): string {
  return diagnosticsOf(results)
    .map((diagnostic) => `${safeJson({ ...diagnostic, source: SOURCE })}\n`)
    .join('');
}

type RangeOf = (range: Range) => object;

function diagnosticsOf(results: readonly FileResult[]): object[] {
  const texts = new Map(results.map(({ filePath, text }) => [filePath, text]));
  return results.flatMap(({ filePath, text, findings }) => {
    const rangeOf = byteRangesIn(text);
    return findings.map((finding) => diagnosticOf(finding, filePath, rangeOf, texts));
  });
}

function diagnosticOf(
  finding: Finding,
  filePath: string,
  rangeOf: RangeOf,
  texts: ReadonlyMap<string, string>,
): object {
  const { message, ruleId, severity, range, fix, suggestions, related, docs } = finding;
  const edits = [...(fix ? [fix] : []), ...suggestions.map((suggestion) => suggestion.edit)];
  return {
    message,
    location: { path: filePath, range: rangeOf(range) },
    severity: SEVERITY[severity],
    code: { value: ruleId, ...(docs ? { url: docs } : {}) },
    ...(edits.length > 0
      ? { suggestions: edits.map((edit) => ({ range: rangeOf(edit.range), text: edit.text })) }
      : {}),
    ...(related.length > 0
      ? {
          related_locations: related.map((place) => ({
            message: place.message,
            location: relatedLocation(place.filePath ?? filePath, place.range, texts),
          })),
        }
      : {}),
  };
}

/** Of an article that is not in the report only the path is known, for lines need its text. */
function relatedLocation(path: string, range: Range, texts: ReadonlyMap<string, string>): object {
  const text = texts.get(path);
  return text === undefined ? { path } : { path, range: byteRangesIn(text)(range) };
}

function byteRangesIn(text: string): RangeOf {
  const starts = lineStartsOf(text);
  const byteOf = (offset: number): { readonly line: number; readonly column: number } => {
    const { line, column } = positionOf(text, offset, starts);
    const start = starts[line - 1] ?? 0;
    return { line, column: Buffer.byteLength(text.slice(start, start + column - 1)) + 1 };
  };
  return ([start, end]) => ({ start: byteOf(start), end: byteOf(end) });
}
