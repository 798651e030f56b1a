import { type Beginning, beginningOf, endingOf } from '../../src/text/ending.ts';
import type { Range } from '../../src/text/range.ts';
import { OBJECT } from '../../src/text/visible-text.ts';
import type { Problem, Severity } from '../rule.ts';
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
    const stranded = strandedHeads.has(piece.text.slice(0, 12)) ? 'error' : severityOf(piece, article);
    const severity = stranded === 'error' ? stranded : (source?.severity ?? stranded);
    if (!severity) return [];
    const range = rangeIn(piece.block, piece.start, piece.start + headLength(piece.text));
    const related = source ? [{ range: source.range, message: RELATED.torn }] : [];
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

function severityOf(piece: Piece, { document, pieces }: Article): Severity | undefined {
  const beginning = beginningOf(piece.text, document.morphemes);
  const previous = pieces[piece.index - 1];
  // A paragraph may go on after a list, code or a formula: 「…は」「```…```」「を使います。」
  if (
    !previous ||
    previous.gap.object ||
    previous.kind === 'cell' ||
    previous.block.kind === 'item' ||
    endsInObject(previous)
  ) {
    return STRANDED.has(beginning) && previous?.gap.marker ? 'error' : undefined;
  }
  if (STRANDED.has(beginning)) return 'error';
  if (beginning !== 'ellipsis') return undefined;
  return hasSeam(previous) || endingOf(previous.text, document.morphemes) !== 'terminated' ? 'error' : 'warning';
}

/** An image or a link that the next paragraph speaks of: 「（図）」「の右側にあります。」 */
function endsInObject({ text, block, end }: Piece): boolean {
  return text.endsWith(OBJECT) || block.spans.some((span) => span.kind === 'link' && span.end >= end);
}

/** A place inside a longer sentence that agrees with the beginning of a piece, and how surely the piece was torn from there. */
interface Source {
  readonly range: Range;
  readonly severity: Severity;
}

/** Where the words that a piece begins with stand inside a longer sentence: the surest place of each piece. */
function tornFrom(candidates: readonly Piece[], article: Article): ReadonlyMap<Piece, Source> {
  const keys = candidates.map(({ text }) => text.slice(0, KEY)).filter((key) => key.length === KEY);
  const places = placesOf(new Set(keys), article.haystack);
  return new Map(
    candidates.flatMap((piece) => {
      const sources = (places.get(piece.text.slice(0, KEY)) ?? []).flatMap((at) => sourceAt(piece, at, article) ?? []);
      const best = sources.find(({ severity }) => severity === 'error') ?? sources[0];
      return best ? [[piece, best] as const] : [];
    }),
  );
}

function sourceAt(piece: Piece, at: number, article: Article): Source | undefined {
  const { pieces, haystack } = article;
  const own = haystack.starts[piece.index] ?? 0;
  if (at === own || sameAfter(haystack.text, at, own, TORN) < TORN) return undefined;
  const severity = severityOfTear(piece, at, article);
  const source = pieces[pieceAt(haystack, at)];
  if (!severity || !source) return undefined;
  const from = source.start + at - (haystack.starts[source.index] ?? 0);
  return { range: rangeIn(source.block, Math.max(source.start, from - 6), from + 12), severity };
}

/**
 * The words before a place belong to what follows: half a compound, 「…を」, 「…考え」. A sentence is complete without a
 * conjunction or 「この」 before it; without a topic or a modifier (…する, …の) it is so unless two texts were pasted
 * together before the piece.
 */
function severityOfTear(piece: Piece, at: number, { haystack, pieces, document }: Article): Severity | undefined {
  const before = haystack.text.slice(Math.max(0, at - 16), at);
  // A full stop, comma, bracket, mark or space before the place: a sentence or clause begins there.
  if (!/[\p{L}\p{N}ー々]$/u.test(before)) return undefined;
  const last = document.morphemes(before).at(-1);
  if (!last || /^(?:接続詞|副詞|感動詞|連体詞|記号)$/u.test(last.pos)) return undefined;
  const previous = pieces[piece.index - 1];
  const seam = previous !== undefined && hasSeam(previous);
  if (
    /^(?:基本形|体言接続)/u.test(last.conjugated_form) ||
    (last.pos === '助詞' && /^[のな]$/u.test(last.surface_form))
  ) {
    return seam && !/^[「『（]/u.test(piece.text) ? 'warning' : undefined;
  }
  const topic = last.pos === '助詞' && /^(?:は|も|て|で|が|ば|と|から|ので)$/u.test(last.surface_form);
  if (topic) return seam ? 'error' : undefined;
  return seam ? 'error' : 'warning';
}
