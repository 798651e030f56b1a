import { type Piece, piecesOf, placeOf, type Replacer, type RootNode } from './pieces.ts';
import { type LineColumn, textLines } from './text-lines.ts';

/**
 * The text of a node without mark-up, and the way back from places in it to places in the node: what
 * `new StringSource(node, { replacer })` of textlint-util-to-string 3.3.4 is for a tree that passes `isPlainTree`. A class, for rules
 * make one for each sentence, and mostly ask for its text only.
 */
export class StringSource {
  readonly #root: RootNode;
  readonly #pieces: readonly Piece[];
  readonly #text: string;
  #spans: readonly Span[] | undefined;

  constructor(root: RootNode, replacer?: Replacer) {
    this.#root = root;
    this.#pieces = piecesOf(root, replacer);
    this.#text = textOf(this.#pieces);
  }

  toString(): string {
    return this.#text;
  }

  originalIndexFromIndex(index: number, isEnd = false): number | undefined {
    this.#spans ??= spansOf(this.#pieces, this.#root.range[0]);
    const hits = (span: Span): boolean => span.start <= index && index <= span.end;
    const hit = isEnd ? this.#spans.find(hits) : this.#spans.findLast(hits);
    return hit && index - hit.start + hit.inner;
  }

  originalPositionFromIndex(index: number, isEnd?: boolean): LineColumn | undefined {
    const original = this.originalIndexFromIndex(index, isEnd);
    return original === undefined ? undefined : textLines(this.#root.raw).positionOf(original);
  }

  originalPositionFromPosition(position: LineColumn, isEnd?: boolean): LineColumn | undefined {
    if (position.line === undefined || position.column === undefined) {
      throw new Error(`position.{line, column} should not undefined: ${JSON.stringify(position)}`);
    }
    const index = textLines(this.#text).indexOf(position);
    return Number.isNaN(index) ? undefined : this.originalPositionFromIndex(index, isEnd);
  }

  originalIndexFromPosition(position: LineColumn, isEnd?: boolean): number | undefined {
    const original = this.originalPositionFromPosition(position, isEnd);
    return original && textLines(this.#root.raw).indexOf(original);
  }

  originalIndexFor(index: number): number | undefined {
    return this.originalIndexFromIndex(index);
  }

  originalPositionFor(position: LineColumn, isEnd?: boolean): LineColumn | undefined {
    return this.originalPositionFromPosition(position, isEnd);
  }
}

function textOf(pieces: readonly Piece[]): string {
  const [first, ...others] = pieces;
  return others.length === 0 ? (first?.value ?? '') : pieces.map(({ value }) => value).join('');
}

interface Span {
  readonly start: number;
  /** Start of the next piece; after the last one, as many characters as its source has. */
  readonly end: number;
  /** Start of the piece in the node. */
  readonly inner: number;
}

function spansOf(pieces: readonly Piece[], base: number): Span[] {
  let start = 0;
  return pieces.map((piece, i) => {
    const from = start;
    start += piece.value.length;
    const inner = placeOf(piece, base);
    return { start: from, end: i < pieces.length - 1 ? start : from + inner[1] - inner[0], inner: inner[0] };
  });
}
