import type { Ending } from '../../src/text/ending.ts';
import type { Morpheme } from '../../src/text/morphemes.ts';
import { type Haystack, KEY, placesOf, sameAfter, sameBefore } from './echoes.ts';
import { hasSeam, type Piece } from './pieces.ts';

/** The same words elsewhere in the article. Offsets are into the haystack. */
export interface Echo {
  /** What follows the words there: more of the sentence, its full stop, or nothing either. */
  readonly follows: 'more' | 'stop' | 'end';
  /** Characters that agree, counted back from the end of the fragment. */
  readonly length: number;
  /** The whole last sentence of the fragment agrees. */
  readonly whole: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * How a fragment and the text after it hang together: the next piece begins with the words of the fragment again, with
 * the beginning of the whole paragraph again, with the last words of the fragment again (`overlaps`, by so many characters),
 * or with what follows the fragment in an intact copy elsewhere (`continues`).
 */
export type Sequel =
  | { readonly kind: 'restarts-sentence' | 'restarts-paragraph' | 'continues' }
  | { readonly kind: 'overlaps'; readonly length: number };

export interface Fragment {
  readonly piece: Piece;
  /** Offset of the last line of the last sentence in the text of the piece. */
  readonly from: number;
  readonly text: string;
  /** How the piece ends. */
  readonly ending: Ending;
}

/** Finds, for each fragment, the longest echo elsewhere in the article; linear in the article. */
export function echoesOf(fragments: readonly Fragment[], haystack: Haystack): ReadonlyMap<Fragment, Echo> {
  const keys = new Set(fragments.filter(({ text }) => text.length >= KEY).map(({ text }) => text.slice(-KEY)));
  const places = placesOf(keys, haystack);
  const echoes = new Map<Fragment, Echo>();
  for (const fragment of fragments) {
    const own = (haystack.starts[fragment.piece.index] ?? 0) + fragment.piece.text.length;
    const best = (places.get(fragment.text.slice(-KEY)) ?? [])
      .map((place) => echoAt(place + KEY, own, fragment, haystack.text))
      .filter((echo) => echo !== undefined)
      .reduce<Echo | undefined>((a, b) => (a && rank(a) >= rank(b) ? a : b), undefined);
    if (best) echoes.set(fragment, best);
  }
  return echoes;
}

function rank(echo: Echo): number {
  return Math.min(echo.length, 60) + (echo.follows === 'more' ? 100 : echo.follows === 'stop' ? 50 : 0);
}

function echoAt(end: number, own: number, fragment: Fragment, text: string): Echo | undefined {
  if (end === own) return undefined;
  const length = sameBefore(text, end, own, fragment.text.length);
  const next = text[end] ?? '\n';
  const follows = /[。！？!?]/u.test(next) ? 'stop' : /[\s（(：:]/u.test(next) ? 'end' : 'more';
  return { follows, length, whole: length === fragment.text.length, start: end - length, end };
}

/** Reads how the next piece takes the fragment up; undefined where it does not. */
export function sequelOf(
  fragment: Fragment,
  next: Piece | undefined,
  echo: Echo | undefined,
  haystack: Haystack,
): Sequel | undefined {
  if (!next) return undefined;
  const skipped = /^[\s.…]{0,6}/u.exec(next.text)?.[0].length ?? 0;
  const after = next.text.slice(skipped);
  // Where two texts were pasted together, a few characters suffice.
  const seam = hasSeam(fragment.piece);
  const begins = (start: string): boolean =>
    start.length >= (seam ? 2 : 4) && after.length > start.length && after.startsWith(start);
  if (begins(fragment.text)) return { kind: 'restarts-sentence' };
  const { text } = fragment.piece;
  if (fragment.from > 0 && begins(text.slice(0, Math.min(text.length, 16)))) return { kind: 'restarts-paragraph' };
  const length = overlapOf(fragment.text, after);
  if (length >= (seam ? 3 : 6)) return { kind: 'overlaps', length };
  if (echo?.follows === 'more') {
    const start = (haystack.starts[next.index] ?? 0) + skipped;
    if (start !== echo.end && sameAfter(haystack.text, echo.end, start, 6) === 6) return { kind: 'continues' };
  }
  return undefined;
}

/** How many characters at the end of one text, at most 60, another text begins with. */
function overlapOf(before: string, after: string): number {
  const end = before.slice(-60);
  const first = after.charAt(0);
  for (let at = end.indexOf(first); at >= 0 && end.length - at >= 3; at = end.indexOf(first, at + 1)) {
    if (end.length - at < after.length && after.startsWith(end.slice(at))) return end.length - at;
  }
  return 0;
}

const OPENERS = /^(?:接続詞|副詞|感動詞|連体詞|フィラー)$/u;

/**
 * True if the words at the end of one piece and the beginning of the next form one word across the break
 * (「確かに魅」+「力的な上昇」), and the next piece does not begin with a word that opens sentences.
 */
export function isOneWord(before: string, after: string, morphemes: (text: string) => readonly Morpheme[]): boolean {
  const head = before.slice(-12);
  const tail = after.slice(0, 10);
  const opener = morphemes(tail)[0];
  if (!opener || OPENERS.test(opener.pos) || opener.pos_detail_1 === '代名詞') return false;
  let position = 0;
  for (const token of morphemes(head + tail)) {
    const end = position + token.surface_form.length;
    if (position < head.length && end > head.length) {
      return token.word_type === 'KNOWN' && token.surface_form.length >= 2 && token.surface_form.length <= 8;
    }
    position = end;
  }
  return false;
}
