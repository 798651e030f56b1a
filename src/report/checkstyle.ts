import type { FileResult } from '../lint/finding.ts';
import { placesIn } from './places.ts';
import { element } from './xml.ts';

/** Checkstyle's XML, as Jenkins and reviewdog read it: a file an element, files without findings too. Columns count from 1. */
export function formatCheckstyle(results: readonly FileResult[]): string {
  const files = results.map(fileOf);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('checkstyle', { version: '10.0' }, files)}\n`;
}

function fileOf({ filePath, text, findings }: FileResult): string {
  const placeOf = placesIn(text);
  const errors = findings.map(({ range, severity, message, ruleId }) => {
    const { line, column } = placeOf(range).start;
    return element('error', { line, column, severity, message, source: ruleId });
  });
  return element('file', { name: filePath }, errors);
}
