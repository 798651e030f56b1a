import { fileURLToPath } from 'node:url';
import type { Range as LspRange, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Range } from '../text/range.ts';
import { type Encoding, type LineIndex, lineIndexOf } from './line-index.ts';

/** A range of a client as offsets; one that is the wrong way round is turned. */
export function rangeFromLsp({ start, end }: LspRange, index: LineIndex): Range {
  const [a, b] = [index.offsetAt(start), index.offsetAt(end)];
  return a <= b ? [a, b] : [b, a];
}

/** The text after changes, each of which counts in the text that the ones before it left. */
export function applyChanges(
  text: string,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: Encoding,
): string {
  let result = text;
  for (const change of changes) {
    if (!('range' in change)) result = change.text;
    else {
      const [start, end] = rangeFromLsp(change.range, lineIndexOf(result, encoding));
      result = result.slice(0, start) + change.text + result.slice(end);
    }
  }
  return result;
}

/** The path of a file URI; undefined for other documents (untitled, in an archive) and for what is no URI. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
