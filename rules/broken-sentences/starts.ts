import type { Document } from '../../src/document/document.ts';
import { type Beginning, beginningOf, endingOf } from '../../src/text/ending.ts';
import { OBJECT } from '../../src/text/visible-text.ts';
import type { Problem } from '../rule.ts';
import type { Article } from './article.ts';
import { KEY, pieceAt, placesOf, sameAfter } from './echoes.ts';
import type { BrokenEnd } from './ends.ts';
import { messageOnStart, RELATED } from './messages.ts';
import { hasSeam, type Piece, rangeIn } from './pieces.ts';

/** A paragraph that agrees with the middle of a sentence elsewhere for so many characters was torn out of it. */
const TORN = 30;

/** Paragraphs that start mid-way and are not the rest of a broken end, in order. */
export function brokenStartsIn(article: Article, ends: readonly BrokenEnd[]): Problem[] {
  const continued = new Set(ends.map((end) => end.continuedIn));
  const strandedHeads = new Set(
    ends.flatMap(({ continuedIn, stranded }) => {
      const piece = continuedIn === undefined ? undefined : article.pieces[continuedIn];
      return piece && stranded ? [piece.text.slice(0, 12)] : [];
    }),
  );
  const candidates = article.pieces.filter((piece) => isProse(piece) && !continued.has(piece.index));
  const torn = tornFrom(
    candidates.filter(({ text }) => /。/u.test(text) && !text.slice(0, TORN).includes(OBJECT)),
    article,
  );
  return candidates.flatMap((piece) => {
    const source = torn.get(piece);
    const severity = severityOf(piece, article, source !== undefined || strandedHeads.has(piece.text.slice(0, 12)));
    if (!severity) return [];
    const range = rangeIn(piece.block, piece.start, piece.start + headLength(piece.text));
    const related = source ? [{ range: source, message: RELATED.torn }] : [];
    return [{ range, message: messageOnStart(piece.text), severity, related }];
  });
}

function isProse(piece: Piece): boolean {
  return piece.kind === 'prose' && !piece.block.linkOnly && piece.block.place === 'body' && piece.text.length >= 12;
}

/** The first clause. */
function headLength(text: string): number {
  const clause = text.slice(1).search(/[、。\n]/u) + 2;
  return clause >= 4 && clause <= 30 ? clause : Math.min(text.length, 20);
}

const STRANDED = new Set<Beginning>(['particle', 'auxiliary', 'suffix', 'mark', 'letter']);

function severityOf(piece: Piece, { document, pieces }: Article, proven: boolean): Problem['severity'] {
  if (proven) return 'error';
  const beginning = beginningOf(piece.text, document.morphemes);
  const previous = pieces[piece.index - 1];
  // A paragraph may go on after a list, code or a formula: 「…は」「```…```」「を使います。」
  if (!previous || previous.gap.object || previous.kind === 'cell' || previous.block.kind === 'item') {
    return STRANDED.has(beginning) && previous?.gap.marker ? 'error' : undefined;
  }
  if (STRANDED.has(beginning)) return 'error';
  if (beginning !== 'ellipsis') return undefined;
  return hasSeam(previous) || endingOf(previous.text, document.morphemes) !== 'terminated' ? 'error' : 'warning';
}

/** Where the words that a piece begins with stand inside a longer sentence. */
function tornFrom(
  candidates: readonly Piece[],
  { pieces, haystack, document }: Article,
): ReadonlyMap<Piece, readonly [number, number]> {
  const places = placesOf(
    new Set(candidates.map(({ text }) => text.slice(0, KEY)).filter((key) => key.length === KEY)),
    haystack,
  );
  const torn = new Map<Piece, readonly [number, number]>();
  for (const piece of candidates) {
    const own = haystack.starts[piece.index] ?? 0;
    const place = (places.get(piece.text.slice(0, KEY)) ?? []).find(
      (at) =>
        at !== own &&
        sameAfter(haystack.text, at, own, TORN) === TORN &&
        isInSentence(haystack.text, at) &&
        belongsTogether(haystack.text.slice(Math.max(0, at - 16), at), hasSeamBefore(piece, pieces), document),
    );
    const source = place === undefined ? undefined : pieces[pieceAt(haystack, place)];
    if (place === undefined || !source) continue;
    const from = source.start + place - (haystack.starts[source.index] ?? 0);
    torn.set(piece, rangeIn(source.block, Math.max(source.start, from - 6), from + 12));
  }
  return torn;
}

function hasSeamBefore(piece: Piece, pieces: readonly Piece[]): boolean {
  const before = pieces[piece.index - 1];
  return before !== undefined && hasSeam(before);
}

/**
 * The words before a place belong to what follows: half a compound, 「…を」, 「…考え」. A sentence is complete without a
 * conjunction or a modifier before it (この, …する, …の), and without a topic unless two texts were pasted together there.
 */
function belongsTogether(before: string, seam: boolean, document: Document): boolean {
  const last = document.morphemes(before).at(-1);
  if (!last || /^(?:接続詞|副詞|感動詞|連体詞|記号)$/u.test(last.pos)) return false;
  if (/^(?:基本形|体言接続)/u.test(last.conjugated_form)) return false;
  return seam || !(last.pos === '助詞' && /^(?:は|も|て|で|が|ば|と|の|な|から|ので)$/u.test(last.surface_form));
}

/** A letter stands before the place: no full stop, comma, bracket, mark or space. */
function isInSentence(text: string, at: number): boolean {
  return /[\p{L}\p{N}ー々]/u.test(text[at - 1] ?? '\n');
}
