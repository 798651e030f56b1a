import type { Piece } from './pieces.ts';

/**
 * Prose: a sentence with 。 stands before the last one on its line. Headlines of two parts (…とは？…の未来) have ？ only;
 * notes have a line for each statement.
 */
export function isFlow(piece: Piece): boolean {
  const line = piece.text.lastIndexOf('\n') + 1;
  const earlier = piece.text.slice(line, Math.max(line, piece.lastSentence));
  return piece.hasEarlier && (/[。．]/u.test(earlier) || earlier.length >= 80);
}

/** In notes, where few paragraphs end with a full stop, only an end marker shows that text is missing. */
export function isProse(piece: Piece, prosaic: boolean): boolean {
  return prosaic || piece.gap.marker;
}

/** A sentence has begun: a topic, or a clause before a comma. */
export function isClause(text: string): boolean {
  return text.length >= 15 && /[はがを、]/u.test(text.slice(2, -1));
}

/** A conjunction or a demonstrative: 「では、競合」, 「この問い」. */
export function opensSentence(text: string): boolean {
  return /^(?:この|その|これ|それ|では|さらに|しかし|また、|そして|つまり|例えば|たとえば|特に|もし|次に)/u.test(text);
}

/** A whole sentence in the polite form, small print (※ …) apart. */
export function isPolite(text: string): boolean {
  return (
    text.length >= 20 &&
    /(?:です|ます|ました|でした|ません|でしょう|ましょう|ください)$/u.test(text) &&
    !/^[※＊*注]/u.test(text)
  );
}

/** 「例えば、」 before a list, 「次のコードでは」 before code. */
export function introduces(piece: Piece, next: Piece | undefined): boolean {
  if (piece.gap.object) return true;
  if (!next) return false;
  if (next.kind === 'cell' || next.block.place === 'quote') return true;
  if (next.kind !== 'item' || next.block.linkOnly) return false;
  return piece.block.place !== 'list' || (next.block.item?.depth ?? 0) > (piece.block.item?.depth ?? 0);
}

/** 「対応言語: 日本語、英語」 */
export function isKeyAndValue(text: string): boolean {
  return /^[^。、]{1,16}[:：]/u.test(text);
}

/** More than a term: 「電力は」, 「水を使い」. */
export function hasParticle(text: string): boolean {
  return /[はがをにで、]/u.test(text.slice(1));
}
