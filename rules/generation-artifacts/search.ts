import type { Block, Document } from '../../src/document/document.ts';
import { remembered } from '../../src/text/remembered.ts';
import { firstAtLeast } from '../../src/text/search.ts';
import type { Edit } from '../rule.ts';
import type { Found, Pattern } from './artifact.ts';
import { isQuoted } from './quoted.ts';

/** Searches the visible text of all blocks for patterns; each pattern only if one of its needles occurs in the article. */
export function searchBlocks(document: Document, patterns: readonly Pattern[], samples: ReadonlySet<Block>): Found[] {
  const active = patterns.filter((pattern) => mayOccur(pattern, document.text));
  const found: Found[] = [];
  for (const block of document.blocks) {
    if (block.visible.text === '') continue;
    for (const pattern of active) {
      if (mayOccur(pattern, block.visible.text)) found.push(...searchBlock(document, block, pattern, samples));
    }
  }
  return found;
}

/** As `searchBlocks` for patterns that are always the same: which of them a text matches at all is found out once for each text. */
export function searcherFor(
  patterns: readonly Pattern[],
): (document: Document, samples: ReadonlySet<Block>) => Found[] {
  // Most texts match none: a list without elements for each of them.
  const matching = remembered((text) => patterns.filter((pattern) => matches(pattern, text)), {
    entries: 4000,
    characters: 100_000,
  });
  return (document, samples) => {
    const found: Found[] = [];
    for (const block of document.blocks) {
      if (block.visible.text === '') continue;
      for (const pattern of matching(block.visible.text)) {
        if (mayOccur(pattern, document.text)) found.push(...searchBlock(document, block, pattern, samples));
      }
    }
    return found;
  };
}

function matches(pattern: Pattern, text: string): boolean {
  return mayOccur(pattern, text) && text.search(pattern.pattern) >= 0;
}

function mayOccur({ needles }: Pattern, text: string): boolean {
  return needles.length === 0 || needles.some((needle) => text.includes(needle));
}

function* searchBlock(
  document: Document,
  block: Block,
  pattern: Pattern,
  samples: ReadonlySet<Block>,
): Generator<Found> {
  const { text } = block.visible;
  for (const match of text.matchAll(pattern.pattern)) {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    if (end <= start || !standsWell(text, { start, end }, pattern.where)) continue;
    if (pattern.quotable && (samples.has(block) || isQuoted(block, start, end))) continue;
    const [from, to] = pattern.sentence ? sentenceAround(block, start, end) : [start, end];
    const fix = pattern.deletable ? deletionOf(document, block, { start, end }) : undefined;
    yield {
      id: pattern.id,
      range: block.visible.rangeOf(from, to),
      quote: text.slice(from, to),
      ...(fix ? { fix } : {}),
    };
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function standsWell(text: string, { start, end }: Place, where: Pattern['where']): boolean {
  if (where === undefined) return true;
  if (text.slice(0, start).trim() !== '') return false;
  return where === 'start' || text.slice(end).trim() === '';
}

const sentenceEnds = new WeakMap<Block, readonly number[]>();

/** Where the sentences of a block end, listed once however many matches ask. */
function endsOf(block: Block): readonly number[] {
  const known = sentenceEnds.get(block) ?? block.sentences.map(({ end }) => end);
  sentenceEnds.set(block, known);
  return known;
}

function sentenceAround(block: Block, start: number, end: number): readonly [number, number] {
  const ends = endsOf(block);
  const first = block.sentences[firstAtLeast(ends, start + 1)];
  const last = block.sentences[firstAtLeast(ends, end)] ?? first;
  return [Math.min(start, first?.start ?? start), Math.max(end, last?.end ?? end)];
}

/** What deletes a mark: with its line where it stands alone, with the space around it otherwise. */
function deletionOf(document: Document, block: Block, { start, end }: Place): Edit {
  const { text } = block.visible;
  const range = block.visible.rangeOf(start, end);
  const before = text.slice(0, start).trimEnd().length;
  const after = text.length - text.slice(end).trimStart().length;
  if (before === 0 && after === text.length) return wholeBlock(document, block, range);
  if (before === 0) return { range: [range[0], block.visible.rangeOf(after, text.length)[0]], text: '' };
  if (after === text.length) return { range: [block.visible.rangeOf(before - 1, before)[1], range[1]], text: '' };
  if (before === start && after === end) return { range, text: '' };
  const parts = block.kind === 'paragraph' && block.place === 'body' && /END|EOF|<\|/.test(text.slice(start, end));
  const gap: Edit['range'] = [block.visible.rangeOf(before - 1, before)[1], block.visible.rangeOf(after, after + 1)[0]];
  return { range: gap, text: parts ? '\n\n' : gapText(text.slice(before, start) + text.slice(end, after)) };
}

function gapText(space: string): string {
  if (space.includes('\n')) return '\n';
  return space.trim() === '' && space.length > 1 ? ' ' : '';
}

/** A block of nothing but the mark goes with its line and one blank line below. */
function wholeBlock({ text }: Document, block: Block, range: Edit['range']): Edit {
  const lineStart = Math.max(text.lastIndexOf('\n', range[0] - 1), text.lastIndexOf('\r', range[0] - 1)) + 1;
  if (block.place !== 'body' || text.slice(lineStart, range[0]).trim() !== '') return { range, text: '' };
  const rest = /^[^\r\n]*(?:\r\n|\r|\n)?(?:[ \t]*(?:\r\n|\r|\n))?/.exec(text.slice(range[1]))?.[0] ?? '';
  const isAlone = text.slice(range[1], range[1] + rest.length).trim() === '';
  return isAlone ? { range: [lineStart, range[1] + rest.length], text: '' } : { range, text: '' };
}
