import type { Block, Document } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import { splitSentences } from '../../src/text/sentences.ts';

/** What stands between the end of a piece and the next one. */
export interface Gap {
  /** An end marker or a line of a merge conflict. */
  readonly marker: boolean;
  /** More than one blank line: two texts were pasted together here. */
  readonly blankLines: boolean;
  /** A thematic break. */
  readonly rule: boolean;
  /** A code block, an image, HTML …: what a sentence without an end may introduce. */
  readonly object: boolean;
}

/**
 * A stretch of text that a reader sees as one: a block, or a part of a block between lines that are no part of its prose
 * (end markers that CommonMark merges into a paragraph, lines in bold that serve as headings).
 */
export interface Piece {
  readonly index: number;
  readonly block: Block;
  readonly kind: 'prose' | 'item' | 'cell' | 'heading' | 'label';
  /** Offsets into the visible text of the block, white space at the ends excluded. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where its last sentence begins in `text`. */
  readonly lastSentence: number;
  /** True if a sentence with a full stop stands before the last one. */
  readonly hasEarlier: boolean;
  readonly gap: Gap;
}

/** A line, or the end of one, that generators and merges leave behind; the rule `generation-artifacts` reports them. */
const MARKER =
  /[ \t]{0,8}(?:(?<!-)-{2,}[ \t]{0,3}(?:END|End|end)(?: OF [A-Z]{1,20})?[ \t]{0,3}-{2,}(?=\s|$)|^[ \t]{0,8}(?:END|<{7}[^\n]*|={7}|>{7}[^\n]*)$)/gmu;

/** Stands in every marker; faster to look for. */
const ANY_MARKER = /--|END|<{7}|={7}|>{7}/;

/** The pieces of an article in order; blocks without words are only seen as gaps. */
export function piecesOf(document: Document): Piece[] {
  const found: { readonly block: Block; readonly part: Part; gap: Gap }[] = [];
  for (const event of document.blocks.flatMap((block) => eventsOf(block, document))) {
    const last = found.at(-1);
    if (event.part) found.push({ block: event.block, part: event.part, gap: NO_GAP });
    else if (last && event.gap) last.gap = { ...last.gap, [event.gap]: true };
  }
  return found.map(({ block, part, gap }, index) => {
    const from = rangeIn(block, part.start, part.end)[1];
    const after = found[index + 1];
    const to = after ? rangeIn(after.block, after.part.start, after.part.end)[0] : document.text.length;
    return { ...part, index, block, gap: { ...gap, blankLines: hasBlankLines(document.text.slice(from, to)) } };
  });
}

/** Two texts were pasted together after the piece. */
export function hasSeam({ gap }: Piece): boolean {
  return gap.marker || gap.blankLines;
}

interface Event {
  readonly block: Block;
  readonly part?: Part;
  readonly gap?: 'marker' | 'rule' | 'object';
}

/** Elements that a sentence may introduce; others are layout or comments. */
const CONTENT = /^<(?:table|pre|img|picture|figure|video|audio|iframe|svg|object|embed|script|ul|ol|dl|math)\b/iu;

function eventsOf(block: Block, document: Document): Event[] {
  if (block.kind === 'rule') return [{ block, gap: 'rule' }];
  if (block.kind === 'definition') return [];
  if (block.kind === 'html') return CONTENT.test(document.text.slice(...block.range)) ? [{ block, gap: 'object' }] : [];
  // An advertisement or another include stands between two paragraphs without being introduced.
  if (block.kind === 'opaque' && document.text.startsWith('{%', block.range[0])) return [];
  if (block.kind === 'opaque' || block.visible.text === '') return [{ block, gap: 'object' }];
  const events: Event[] = partsOf(block).map((part) =>
    part === 'marker' ? { block, gap: 'marker' } : { block, part },
  );
  return block.accidentalUnderline ? [...events, { block, gap: 'rule' }] : events;
}

/** Where a stretch of a block's visible text stands in the file. */
export function rangeIn(block: Block, start: number, end: number): Range {
  return block.visible.rangeOf(start, end);
}

type Part = Omit<Piece, 'index' | 'block' | 'gap'>;

const NO_GAP: Gap = { marker: false, blankLines: false, rule: false, object: false };

function hasBlankLines(between: string): boolean {
  return /\n[ \t\r]{0,20}\n[ \t\r]{0,20}\n/u.test(between.slice(0, 200));
}

/** The parts of a block and the markers between them, in order. */
function partsOf(block: Block): (Part | 'marker')[] {
  const text = block.visible.text;
  let from = 0;
  const parts: (Part | 'marker' | undefined)[] = [];
  for (const { start, end, marker } of cutsOf(block)) {
    parts.push(partOf(block, from, start));
    if (marker) parts.push('marker');
    else parts.push(partOf(block, start, end, 'label'));
    from = end;
  }
  return [...parts, partOf(block, from, text.length)].filter((part) => part !== undefined);
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly marker: boolean;
}

function cutsOf(block: Block): Cut[] {
  const bold = boldLinesOf(block);
  const text = block.visible.text;
  if (!ANY_MARKER.test(text)) return bold;
  const markers = Array.from(text.matchAll(MARKER), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    marker: true,
  }));
  return [...markers, ...bold].sort((a, b) => a.start - b.start);
}

/** Lines inside a paragraph that are bold from end to end: headings without a mark. */
function boldLinesOf(block: Block): Cut[] {
  if (block.boldOnly || block.kind !== 'paragraph') return [];
  const text = block.visible.text;
  return block.spans
    .filter(({ kind, start, end }) => kind === 'strong' && end > start && isWholeLine(text, start, end))
    .map(({ start, end }) => ({ start, end, marker: false }));
}

function isWholeLine(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[ \t]*$/u.test(text.slice(Math.max(0, start - 4), start)) &&
    /^[：:]?[ \t]*(?:\n|$)/u.test(text.slice(end, end + 4))
  );
}

function partOf(block: Block, from: number, to: number, kind: Piece['kind'] = kindOf(block)): Part | undefined {
  const raw = block.visible.text.slice(from, Math.max(from, to));
  const text = raw.trim();
  if (text === '') return undefined;
  const start = from + raw.indexOf(text);
  const whole = from === 0 && to === block.visible.text.length;
  const sentences = whole ? block.sentences : splitSentences(text);
  const last = sentences.at(-1);
  const lastSentence = last ? Math.max(0, last.start - (whole ? start : 0)) : 0;
  return { kind, start, end: start + text.length, text, lastSentence, hasEarlier: sentences.length > 1 };
}

function kindOf(block: Block): Piece['kind'] {
  if (block.kind === 'heading') return 'heading';
  if (block.kind === 'cell') return 'cell';
  if (block.boldOnly) return 'label';
  return block.kind === 'item' || block.place === 'list' ? 'item' : 'prose';
}
