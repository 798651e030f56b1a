/** Line from 1, column from 0, as sentence-splitter counts them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Location {
  readonly start: Position;
  readonly end: Position;
}

type NodeRange = readonly [start: number, end: number];

/** What the splitter needs to know of a node of textlint's tree. */
export interface InlineNode {
  readonly type: string;
  readonly range: NodeRange;
  readonly loc: Location;
}

/** A paragraph, heading or the like: its children become sentences. */
export interface SplittableNode extends InlineNode {
  readonly raw: string;
  readonly children: readonly InlineNode[];
}

export interface PairMark {
  readonly key: string;
  readonly start: string;
  readonly end: string;
}

/** A pair of brackets that was closed. */
export interface PairNode {
  readonly type: 'PairMark';
  readonly pairMark: PairMark;
  readonly range: NodeRange;
  readonly loc: Location;
}

/** White space, a full stop or a piece of text. */
export interface TextNode extends InlineNode {
  readonly type: 'WhiteSpace' | 'Punctuation' | 'Str';
  readonly raw: string;
  readonly value: string;
}

export interface SentenceNode extends InlineNode {
  readonly type: 'Sentence';
  readonly raw: string;
  readonly children: readonly InlineNode[];
  /** All pairs that were closed in the paragraph up to the sentence's end, by start. */
  readonly contexts: readonly PairNode[];
}
