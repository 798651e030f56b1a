import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Range } from '../text/range.ts';
import type { Mistake } from './mistake.ts';

/** A place in a file, as in `Mistake`. */
export type Place = Required<Pick<Mistake, 'line' | 'range'>>;

/** A parsed file (JSON, YAML) and the places in it. */
export interface Placed {
  readonly document: ReturnType<typeof parseDocument>;
  readonly placeAt: (range: Range) => Place;
  /** Where a key path is written, or the nearest key above it. */
  readonly placeOf: (keyPath: readonly (string | number)[]) => Place | undefined;
}

/** Parses a text. Its first `skipped` units, a BOM, are not in `text` and count in places. */
export function parsePlaced(text: string, skipped: number): Placed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const placeAt = ([start, end]: Range): Place => ({
    line: lines.linePos(start).line,
    range: [start + skipped, end + skipped],
  });
  return {
    document,
    placeAt,
    placeOf: (keyPath) => {
      const range = keyRange(document.contents, keyPath);
      return range && placeAt(range);
    },
  };
}

/** The innermost key, or item of a list, of a key path that is there. */
function keyRange(contents: unknown, keyPath: readonly (string | number)[]): Range | undefined {
  let node = contents;
  let range: Range | undefined;
  for (const key of keyPath) {
    const items = (node as { items?: readonly unknown[] } | null)?.items ?? [];
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(key)) : undefined;
    const child = pair ? pair.value : items[Number(key)];
    const [start, end] = ((pair?.key ?? child) as { range?: readonly number[] } | null)?.range ?? [];
    if (start === undefined || end === undefined) break;
    range = [start, end];
    node = child;
  }
  return range;
}
