import type { Ending } from '../../src/text/ending.ts';
import type { Severity } from '../rule.ts';
import type { Echo, Fragment, Sequel } from './evidence.ts';
import { hasSeam, type Piece } from './pieces.ts';

/** All that is known of the end of a piece. */
export interface Evidence {
  readonly fragment: Fragment;
  readonly ending: Ending;
  readonly echo: Echo | undefined;
  readonly sequel: Sequel | undefined;
  readonly next: Piece | undefined;
  /** The next piece begins as no sentence does, or a word lies across the break. */
  readonly stranded: boolean;
  /** A bracket or emphasis is opened in the last sentence and not closed. */
  readonly openBracket: boolean;
  /** The last text of the article before links and notes. */
  readonly atEnd: boolean;
  /** A headline that stands in the body as a paragraph. */
  readonly isTitle: boolean;
}

/** Whether the end of a piece is a defect, and how sure that is. `incomplete`: a sentence is cut; `unterminated`: it only lost its full stop. */
export interface Verdict {
  readonly kind: 'incomplete' | 'unterminated';
  readonly severity: Severity;
}

type Grade = 'hard' | 'open' | 'done' | 'legal';

/** `hard`: no sentence ends so; `open`: a phrase may, a sentence of prose hardly does; `done`: complete as it is. */
const GRADES: Readonly<Record<Ending, Grade>> = {
  terminated: 'legal',
  ellipsis: 'legal',
  symbol: 'legal',
  colon: 'legal',
  empty: 'legal',
  predicate: 'done',
  noun: 'open',
  adverb: 'open',
  quotation: 'open',
  'soft-particle': 'open',
  particle: 'hard',
  inflected: 'hard',
  adnominal: 'hard',
  conjunction: 'hard',
  prefix: 'hard',
  comma: 'hard',
  opening: 'hard',
};

const INCOMPLETE: Verdict = { kind: 'incomplete', severity: 'error' };
const DOUBTFUL: Verdict = { kind: 'incomplete', severity: 'warning' };

/** Weighs the evidence; undefined where the piece may end as it does. */
export function verdictOn(evidence: Evidence): Verdict | undefined {
  const grade = GRADES[evidence.ending];
  if (grade === 'legal') return undefined;
  if (evidence.fragment.piece.kind === 'prose') return verdictOnProse(grade, evidence);
  if (evidence.fragment.piece.kind === 'cell') return verdictOnCell(evidence);
  return evidence.fragment.piece.kind === 'item' ? verdictOnItem(grade, evidence) : undefined;
}

function verdictOnProse(grade: Grade, evidence: Evidence): Verdict | undefined {
  const { fragment, next, sequel } = evidence;
  if (isTakenUp(grade, evidence)) return evidence.isTitle ? undefined : INCOMPLETE;
  if (
    evidence.isTitle ||
    isKeyAndValue(fragment) ||
    (grade !== 'hard' && fragment.text.startsWith('#')) ||
    introduces(fragment.piece, next)
  )
    return undefined;
  if (grade === 'done') return verdictOnPredicate(evidence);
  if (evidence.stranded && (hasSeam(fragment.piece) || isFlow(fragment.piece))) return INCOMPLETE;
  if (hasIntactCopy(evidence, 12) && evidence.ending !== 'quotation') return INCOMPLETE;
  if (sequel?.kind === 'restarts-paragraph') return DOUBTFUL;
  return grade === 'hard' ? verdictOnHardEnd(evidence) : verdictOnOpenEnd(evidence);
}

/** The next piece starts the sentence again or goes on with it. */
function isTakenUp(grade: Grade, { sequel, fragment }: Evidence): boolean {
  if (!sequel) return false;
  const { piece, text } = fragment;
  if (grade === 'done' && (text.length < 8 || (sequel.kind === 'overlaps' && sequel.length < 6))) return false;
  if (isFlow(piece)) return true;
  if (sequel.kind === 'restarts-paragraph' || grade === 'hard') return grade === 'hard';
  // A term on a line of its own, and a paragraph that explains it, begin alike.
  const words = sequel.kind === 'overlaps' ? text.slice(-sequel.length) : text;
  return hasSeam(piece) || (words.length >= 8 && /[はがをにで、]/u.test(words.slice(1)));
}

function verdictOnHardEnd({ fragment, ending, openBracket, atEnd }: Evidence): Verdict | undefined {
  const { piece } = fragment;
  if (isFlow(piece) || piece.gap.marker || openBracket) return INCOMPLETE;
  // A slogan or a signature may end in を, に, へ or は; a comma, a prefix or an opened bracket ends nothing.
  if (ending !== 'particle' && ending !== 'inflected') return INCOMPLETE;
  if (isClause(fragment.text) && (piece.gap.blankLines || atEnd)) return INCOMPLETE;
  return atEnd || fragment.text.length >= 12 ? DOUBTFUL : undefined;
}

function verdictOnOpenEnd({ fragment, ending, openBracket, atEnd }: Evidence): Verdict | undefined {
  const { piece, text } = fragment;
  const seam = hasSeam(piece) || atEnd;
  const flow = isFlow(piece);
  if (ending === 'quotation') return flow && seam && !/^[「『（(]/u.test(text) ? DOUBTFUL : undefined;
  if (flow) return ending === 'soft-particle' && !seam ? DOUBTFUL : INCOMPLETE;
  const begun = seam && (isClause(text) || opensSentence(text));
  return begun || (openBracket && text.length >= 12) || (ending === 'adverb' && hasSeam(piece)) ? DOUBTFUL : undefined;
}

function verdictOnPredicate(evidence: Evidence): Verdict | undefined {
  const { fragment, echo, next } = evidence;
  const { piece } = fragment;
  if (isFlow(piece) && next && /^(?:…|\.{3})[^…‥.\s]/u.test(next.text)) return INCOMPLETE;
  if (hasIntactCopy(evidence, 15) && (isFlow(piece) || hasSeam(piece))) return INCOMPLETE;
  if (isFlow(piece) && evidence.openBracket) return DOUBTFUL;
  const breaksOff = hasSeam(piece) || (evidence.atEnd && (piece.gap.rule || !next));
  if (!breaksOff || !(isFlow(piece) || isPolite(fragment.text))) return undefined;
  const proven = piece.gap.marker && echo?.follows === 'stop' && echo.length >= 15;
  return { kind: 'unterminated', severity: proven ? 'error' : 'warning' };
}

/** Items may end in a phrase; what no phrase ends in, or what goes on elsewhere, is cut there too. */
function verdictOnItem(grade: Grade, evidence: Evidence): Verdict | undefined {
  const { fragment, next, sequel } = evidence;
  const { piece, text } = fragment;
  const cut = hasSeam(piece) || evidence.atEnd;
  if (sequel && sequel.kind !== 'restarts-paragraph' && text.length >= 8 && next?.kind !== 'item') {
    return cut ? INCOMPLETE : DOUBTFUL;
  }
  if (introduces(piece, next)) return undefined;
  if (grade === 'hard') return verdictOnHardItem(evidence, cut);
  if (grade !== 'open' || !cut) return undefined;
  if (hasSeam(piece) && evidence.openBracket) return DOUBTFUL;
  return /^(?:noun|adverb)$/u.test(evidence.ending) && isFlow(piece) ? DOUBTFUL : undefined;
}

function verdictOnHardItem({ fragment, ending, openBracket }: Evidence, cut: boolean): Verdict | undefined {
  const { piece, text } = fragment;
  if (ending !== 'particle' && ending !== 'inflected') {
    return piece.hasEarlier || openBracket || cut ? INCOMPLETE : DOUBTFUL;
  }
  if (isFlow(piece)) return INCOMPLETE;
  // 「…できるように」「…機会を」 are the style of headlines.
  const headline = /[にをへで]$/u.test(text) && !(piece.gap.marker && text.length >= 30 && text.includes('、'));
  return cut && !headline ? DOUBTFUL : undefined;
}

/** A cell may end in any phrase; the last one of a table may be where the text breaks off. */
function verdictOnCell({ ending, fragment, next }: Evidence): Verdict | undefined {
  const { gap } = fragment.piece;
  if (ending === 'opening') return INCOMPLETE;
  const last = next?.kind !== 'cell' && (gap.marker || gap.blankLines || !next);
  return last && ['comma', 'prefix', 'adnominal', 'conjunction'].includes(ending) ? INCOMPLETE : undefined;
}

/** The words of the fragment stand elsewhere with more of their sentence behind them. */
export function hasIntactCopy({ echo, fragment }: Pick<Evidence, 'echo' | 'fragment'>, length: number): boolean {
  return echo?.follows === 'more' && (echo.length >= length || (echo.whole && fragment.text.length >= 8));
}

/** Prose: a sentence with 。 stands before the last one. Headlines of two parts (…とは？…の未来) have ？ only. */
function isFlow(piece: Piece): boolean {
  const earlier = piece.text.slice(0, piece.lastSentence);
  return piece.hasEarlier && (/[。．]/u.test(earlier) || earlier.length >= 80);
}

/** A sentence has begun: a topic, or a clause before a comma. */
function isClause(text: string): boolean {
  return text.length >= 15 && /[はがを、]/u.test(text.slice(2, -1));
}

/** A conjunction or a demonstrative: 「では、競合」, 「この問い」. */
function opensSentence(text: string): boolean {
  return /^(?:この|その|これ|それ|では|さらに|しかし|また、|そして|つまり|例えば|たとえば|特に|もし|次に)/u.test(text);
}

/** A whole sentence in the polite form, small print (※ …) apart. */
function isPolite(text: string): boolean {
  return text.length >= 20 && /(?:です|ます|ました|でした|ません|でしょう)$/u.test(text) && !/^[※＊*注]/u.test(text);
}

/** 「例えば、」 before a list, 「次のコードでは」 before code. */
function introduces(piece: Piece, next: Piece | undefined): boolean {
  if (piece.gap.object) return true;
  if (!next) return false;
  if (next.kind === 'cell' || next.block.place === 'quote') return true;
  if (next.kind !== 'item' || next.block.linkOnly) return false;
  return piece.block.place !== 'list' || (next.block.item?.depth ?? 0) > (piece.block.item?.depth ?? 0);
}

/** 「対応言語: 日本語、英語」 */
function isKeyAndValue({ text }: Fragment): boolean {
  return /^[^。、]{1,16}[:：]/u.test(text);
}
