import type { Nodes, Root } from 'mdast';
import type { Morpheme } from '../text/morphemes.ts';
import type { Range } from '../text/range.ts';
import type { VisibleText } from '../text/visible-text.ts';
import type { FrontMatter } from './front-matter.ts';

/** An article, read once: every rule works on this. All ranges are UTF-16 offsets into `text`. */
export interface Document {
  /** The file as it is on disk, BOM and CR included. */
  readonly text: string;
  /** Where the article lies; undefined for text from a pipe or an unsaved buffer. */
  readonly path: string | undefined;
  readonly frontMatter: FrontMatter | undefined;
  /** The opening fence of a front matter that is never closed. */
  readonly unclosedFrontMatter: Range | undefined;
  /** Markdown tree of remark. Its offsets do not count a BOM: use `rangeOf`. */
  readonly root: Root;
  readonly rangeOf: (node: Nodes) => Range;
  /** Every leaf block in the order of the file, front matter excluded. */
  readonly blocks: readonly Block[];
  /** The sentences of all blocks with visible text, in order. */
  readonly sentences: readonly Sentence[];
  /** Code, HTML and template tags, in order: what no rule about prose may look into. */
  readonly opaque: readonly Range[];
  /** HTML comments, in order. */
  readonly comments: readonly Comment[];
  /** Morphemes of a string (a sentence, a block, a title), computed once for each distinct string. */
  readonly morphemes: (text: string) => readonly Morpheme[];
}

/** A leaf block. Those that a reader does not read as text (code, html, rule, …) have an empty `visible.text`. */
export interface Block {
  readonly index: number;
  /** `item`: the first paragraph of a list item. `opaque`: math, template tags, images alone. */
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell' | 'code' | 'html' | 'rule' | 'definition' | 'opaque';
  readonly node: Nodes;
  readonly range: Range;
  readonly visible: VisibleText;
  /** Inline nodes by their place in the visible text, outer before inner. */
  readonly spans: readonly Span[];
  readonly sentences: readonly Sentence[];
  /** Level of a heading. */
  readonly depth: number | undefined;
  readonly place: 'body' | 'list' | 'quote' | 'table' | 'footnote';
  readonly cell: Cell | undefined;
  readonly item: Item | undefined;
  /** The `---` or `===` line that makes prose a heading by accident; `kind` is then `paragraph`. */
  readonly accidentalUnderline: Range | undefined;
  /** A paragraph of nothing but bold text (and a colon): a heading in all but name. */
  readonly boldOnly: boolean;
  /** A paragraph or item of nothing but links: navigation, not prose. */
  readonly linkOnly: boolean;
}

export interface Cell {
  /** Index of the table in the article, of the row in the table (0 = head) and of the cell in the row. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

export interface Item {
  /** Index of the list in the article and of the item in the list; nested lists count on their own. */
  readonly list: number;
  readonly index: number;
  /** The number that is printed before the item, if the list is ordered. */
  readonly ordinal: number | undefined;
  /** 0 for a list that stands in no other one. */
  readonly depth: number;
}

export interface Span {
  readonly kind: 'link' | 'strong' | 'emphasis' | 'delete' | 'code' | 'image' | 'footnote';
  /** Offsets into the visible text of the block. */
  readonly start: number;
  readonly end: number;
  /** Of the whole node in the file, marks included. */
  readonly range: Range;
  /** Target of a link or an image. */
  readonly url?: string;
}

export interface Sentence {
  readonly block: Block;
  /** Offsets into the visible text of the block. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly range: Range;
  /** True if it ends with 。！？ or their like. */
  readonly terminated: boolean;
}

export interface Comment {
  readonly range: Range;
  /** Of the HTML that the comment stands in: all of a block that begins with a tag or a comment. */
  readonly html: Range;
  /** What stands between `<!--` and `-->`, trimmed. */
  readonly text: string;
}
