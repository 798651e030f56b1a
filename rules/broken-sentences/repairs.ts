import type { Problem } from '../rule.ts';
import type { Article } from './article.ts';
import type { Evidence } from './judge.ts';
import { type Piece, rangeIn } from './pieces.ts';
import { hasParticle } from './shape.ts';

type Repair = Pick<Problem, 'fix' | 'suggestions'>;

/**
 * The change that repairs a broken end: deletion where the next paragraph holds the same words and more, joining where it
 * holds the rest. A fix only where words prove it; else a suggestion; nothing where something else stands between.
 */
export function repairOf(evidence: Evidence, article: Article): Repair {
  const { next, sequel, fragment, stranded } = evidence;
  if (!next || !isPlain(fragment.piece) || next.kind !== 'prose') return {};
  const here = placeOf(fragment.piece);
  const there = nextTextOf(next, article.document.text);
  if (there === undefined || sequel?.kind === 'restarts-paragraph') return {};
  if (sequel?.kind === 'restarts-sentence') return deletion(evidence, there, article);
  const overlap = sequel?.kind === 'overlaps' ? sequel.length : 0;
  const from =
    overlap > 0 ? rangeIn(fragment.piece.block, fragment.piece.end - overlap, fragment.piece.end)[0] : here[1];
  if (hasMarkup(article.document.text.slice(from - 1, here[1])) || (!sequel && !stranded)) return {};
  const edit = { range: [from, there] as const, text: '' };
  // The same term at the end and at the beginning proves nothing; the same clause does.
  const proven = overlap >= 10 && /[ぁ-ん]/u.test(fragment.text.slice(-overlap));
  if (sequel?.kind === 'continues' || proven) return { fix: edit };
  return { suggestions: [{ message: { ja: '次の段落とつなぎます。', en: 'Join it with the next paragraph.' }, edit }] };
}

/** Deletes a fragment whose words the next paragraph begins with; 「…」 before them there goes too. */
function deletion({ fragment, next }: Evidence, there: number, { document }: Article): Repair {
  const [first, last] = placeOf(fragment.piece);
  const whole = fragment.from === 0;
  const start = whole
    ? first
    : rangeIn(fragment.piece.block, fragment.piece.start, fragment.piece.start + fragment.from)[1];
  if (
    fragment.text.length < 6 ||
    !(fragment.from > 0 || hasParticle(fragment.text)) ||
    hasMarkup(document.text.slice(start, last)) ||
    !next
  )
    return {};
  const resumed = there > placeOf(next)[0];
  if (whole || resumed) return { fix: { range: [start, there], text: '' } };
  return { fix: { range: [trimBefore(document.text, start), last], text: '' } };
}

/** Where the text of a paragraph begins after 「…」; undefined where markup stands there. */
function nextTextOf(next: Piece, text: string): number | undefined {
  const [start] = placeOf(next);
  if (/[*_`[\]>#]/u.test(text.slice(Math.max(0, start - 2), start + 1))) return undefined;
  return start + (/^[.…]{0,6}/u.exec(text.slice(start, start + 6))?.[0].length ?? 0);
}

/** Only blank lines stand between the piece and the next one. */
function isPlain({ gap, kind }: Piece): boolean {
  return kind === 'prose' && !gap.marker && !gap.rule && !gap.object;
}

function placeOf(piece: Piece): readonly [number, number] {
  return rangeIn(piece.block, piece.start, piece.end);
}

/** Emphasis or a link may be left open when a part of it is deleted. */
function hasMarkup(source: string): boolean {
  return /[*_`[\]<>]/u.test(source);
}

function trimBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/u.test(text[at - 1] ?? '')) at -= 1;
  return at;
}
