import type { FileResult } from '../lint/finding.ts';
import { jsonEntry } from './json.ts';
import { safeJson } from './printable.ts';

/** The entries of the JSON report, one line each: for pipes, and for archives that no single document can hold. */
export function formatJsonl(results: readonly FileResult[]): string {
  return results.map((result) => `${safeJson(jsonEntry(result))}\n`).join('');
}
