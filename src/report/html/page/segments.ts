import type { Range } from '../../../text/range.ts';

/** A piece of a line that the same findings cover. */
export interface Segment {
  readonly text: string;
  /** Positions in the list of ranges. */
  readonly marks: readonly number[];
  /** Ranges that begin with this piece. */
  readonly begins: readonly number[];
}

export interface Line {
  readonly number: number;
  readonly segments: readonly Segment[];
}

interface Edge {
  readonly at: number;
  readonly mark: number;
  /** Empty ranges begin, but cover nothing and so do not end. */
  readonly kind: 'begin' | 'end' | 'empty';
}

/** Cuts a text into lines and pieces, so that every piece lies wholly inside or outside each range. Linear but for the sorting. */
export function segmentsOf(text: string, ranges: readonly Range[]): Line[] {
  const edges = edgesOf(text, ranges);
  const active = new Set<number>();
  const lines: Line[] = [];
  let next = 0;
  let start = 0;
  for (const { end, following } of lineEnds(text)) {
    const segments: Segment[] = [];
    let at = start;
    let begins: number[] = [];
    for (let edge = edges[next]; edge && (edge.at < following || following === text.length); edge = edges[next]) {
      const cut = Math.min(Math.max(edge.at, at), end);
      if (cut > at) {
        segments.push({ text: text.slice(at, cut), marks: [...active], begins });
        begins = [];
        at = cut;
      }
      apply(edge, active, begins);
      next += 1;
    }
    if (at < end || begins.length > 0) segments.push({ text: text.slice(at, end), marks: [...active], begins });
    lines.push({ number: lines.length + 1, segments });
    start = following;
  }
  return lines;
}

function apply({ kind, mark }: Edge, active: Set<number>, begins: number[]): void {
  if (kind === 'end') active.delete(mark);
  else begins.push(mark);
  if (kind === 'begin') active.add(mark);
}

/** By place; at one place ends come before beginnings. */
function edgesOf(text: string, ranges: readonly Range[]): Edge[] {
  const clamp = (offset: number): number => Math.max(0, Math.min(offset, text.length));
  return ranges
    .flatMap(([from, to], mark): Edge[] => {
      const [begin, end] = [clamp(from), clamp(to)];
      if (end <= begin) return [{ at: begin, mark, kind: 'empty' }];
      return [
        { at: begin, mark, kind: 'begin' },
        { at: end, mark, kind: 'end' },
      ];
    })
    .sort((a, b) => a.at - b.at || Number(b.kind === 'end') - Number(a.kind === 'end'));
}

function* lineEnds(text: string): Generator<{ end: number; following: number }> {
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    yield { end: match.index, following: match.index + match[0].length };
  }
  yield { end: text.length, following: text.length };
}
