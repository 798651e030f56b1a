import type { FileResult } from '../lint/finding.ts';
import { lineStartsOf, positionOf } from '../text/positions.ts';
import type { Range } from '../text/range.ts';
import { wellFormed } from './printable.ts';

/** Builds the places of a SARIF report. Paths are relative to the root of the repository, or absolute. */
export interface SarifLocations {
  readonly artifact: (filePath: string) => object;
  /** Undefined for articles whose text is not in the report. */
  readonly region: (filePath: string, range: Range) => object | undefined;
  readonly physical: (filePath: string, range: Range) => object;
}

/** Locations in these articles. A byte order mark is no part of the text that SARIF counts in (SARIF 2.1.0, 3.30.2). */
export function sarifLocations(results: readonly FileResult[]): SarifLocations {
  const texts = new Map(results.map(({ filePath, text }) => [filePath, text.replace(/^\uFEFF/, '')]));
  const marks = new Set(results.filter(({ text }) => text.startsWith('\uFEFF')).map(({ filePath }) => filePath));
  const lines = new Map<string, readonly number[]>();
  const region = (filePath: string, range: Range): object | undefined => {
    const text = texts.get(filePath);
    if (text === undefined) return undefined;
    const starts = lines.get(filePath) ?? lineStartsOf(text);
    lines.set(filePath, starts);
    const skipped = marks.has(filePath) ? 1 : 0;
    return regionOf(text, [Math.max(0, range[0] - skipped), Math.max(0, range[1] - skipped)], starts);
  };
  const artifact = (filePath: string): object => artifactOf(filePath);
  return {
    artifact,
    region,
    physical: (filePath, range) => {
      const found = region(filePath, range);
      return {
        physicalLocation: { artifactLocation: artifact(filePath), ...(found ? { region: found } : {}) },
      };
    },
  };
}

function regionOf(text: string, [from, to]: Range, starts: readonly number[]): object {
  const start = positionOf(text, from, starts);
  const end = positionOf(text, to, starts);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: from,
    charLength: Math.max(0, to - from),
  };
}

function artifactOf(filePath: string): object {
  const path = wellFormed(filePath).split('/').map(encodeURIComponent).join('/');
  const isDrive = /^[A-Za-z]:\//.test(filePath);
  if (isDrive) return { uri: `file:///${path.replace('%3A', ':')}` };
  return filePath.startsWith('/') ? { uri: `file://${path}` } : { uri: path, uriBaseId: '%SRCROOT%' };
}
