import type { Ending } from '../../src/text/ending.ts';
import type { Severity } from '../rule.ts';
import type { Echo, Fragment, Sequel } from './evidence.ts';
import { hasSeam, type Piece } from './pieces.ts';
import { hasParticle, introduces, isClause, isFlow, isKeyAndValue, isPolite, isProse, opensSentence } from './shape.ts';

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
  /** Most paragraphs of the article end with a full stop. */
  readonly prosaic: boolean;
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

/** True for ends that any text may have. */
export function isLegal(ending: Ending): boolean {
  return GRADES[ending] === 'legal';
}

/** Weighs the evidence; undefined where the piece may end as it does. */
export function verdictOn(evidence: Evidence): Verdict | undefined {
  const grade = GRADES[evidence.ending];
  if (evidence.fragment.piece.kind === 'prose') return verdictOnProse(grade, evidence);
  if (evidence.fragment.piece.kind === 'cell') return verdictOnCell(evidence);
  return evidence.fragment.piece.kind === 'item' ? verdictOnItem(grade, evidence) : undefined;
}

function verdictOnProse(grade: Grade, evidence: Evidence): Verdict | undefined {
  const sure = grade === 'hard' || isFlow(evidence.fragment.piece);
  if (isTakenUp(grade, evidence)) return evidence.isTitle ? undefined : verdictOnTakenUp(sure, evidence);
  if (mayStand(grade, evidence)) return undefined;
  if (grade === 'done') return verdictOnPredicate(evidence);
  if (evidence.ending !== 'quotation' && hasIntactCopy(evidence, 12)) return verdictOnCopied(sure, evidence);
  if (evidence.stranded && isPartOfProse(evidence)) return INCOMPLETE;
  if (evidence.sequel?.kind === 'restarts-paragraph') return DOUBTFUL;
  return grade === 'hard' ? verdictOnHardEnd(evidence) : verdictOnOpenEnd(evidence);
}

function verdictOnTakenUp(sure: boolean, { fragment }: Evidence): Verdict {
  return sure || hasParticle(fragment.text) ? INCOMPLETE : DOUBTFUL;
}

/** A term stands elsewhere with more behind it as well: without other evidence it must be a clause. */
function verdictOnCopied(sure: boolean, evidence: Evidence): Verdict | undefined {
  if (sure || evidence.atEnd || isPartOfProse(evidence)) return INCOMPLETE;
  return isClause(evidence.fragment.text) && evidence.echo?.whole ? DOUBTFUL : undefined;
}

function isPartOfProse({ fragment }: Evidence): boolean {
  return hasSeam(fragment.piece) || isFlow(fragment.piece);
}

/** Headlines, keys with values, a heading that lost its line break, and what introduces a list, a table or code. */
function mayStand(grade: Grade, { fragment, isTitle, next }: Evidence): boolean {
  const { piece, text } = fragment;
  return isTitle || isKeyAndValue(text) || (grade !== 'hard' && text.startsWith('#')) || introduces(piece, next);
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
  if (sequel.kind === 'overlaps' && !/[ぁ-ん\u4e00-\u9fff]/u.test(words)) return false;
  return hasSeam(piece) || (words.length >= 8 && hasParticle(words));
}

function verdictOnHardEnd({ fragment, ending, openBracket, atEnd, prosaic }: Evidence): Verdict | undefined {
  const { piece } = fragment;
  if (isFlow(piece) || piece.gap.marker || openBracket) return INCOMPLETE;
  // A slogan or a signature may end in を, に, へ or は; a comma, a prefix or an opened bracket ends nothing.
  if (ending !== 'particle' && ending !== 'inflected') return INCOMPLETE;
  if (isClause(fragment.text) && (piece.gap.blankLines || atEnd)) return INCOMPLETE;
  if (!isProse(piece, prosaic) || (/[にをへで]$/u.test(fragment.text) && !hasSeam(piece))) return undefined;
  return atEnd || fragment.text.length >= 12 ? DOUBTFUL : undefined;
}

function verdictOnOpenEnd(evidence: Evidence): Verdict | undefined {
  const { fragment, ending, atEnd } = evidence;
  const { piece, text } = fragment;
  const seam = hasSeam(piece);
  if (ending === 'quotation') {
    const cut = seam || (atEnd && /[」』]$/u.test(text));
    return isFlow(piece) && cut && !/^[「『（(]/u.test(text) ? DOUBTFUL : undefined;
  }
  if (isFlow(piece)) return ending === 'soft-particle' && !seam && !atEnd ? DOUBTFUL : INCOMPLETE;
  return isProse(piece, evidence.prosaic) && isBegun(evidence) ? DOUBTFUL : undefined;
}

/** A sentence begins in the fragment, and the text stops there; or something is left open. */
function isBegun({ fragment, ending, openBracket, atEnd }: Evidence): boolean {
  const { piece, text } = fragment;
  const seam = hasSeam(piece);
  if ((seam || atEnd) && (isClause(text) || opensSentence(text))) return true;
  return (openBracket && text.length >= 12) || (ending === 'adverb' && seam);
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
  const { fragment, next } = evidence;
  const { piece } = fragment;
  const cut = hasSeam(piece) || evidence.atEnd;
  if (isResumed(evidence)) return cut ? INCOMPLETE : DOUBTFUL;
  if (introduces(piece, next)) return undefined;
  if (grade === 'hard') return verdictOnHardItem(evidence, cut);
  if (grade !== 'open' || !cut) return undefined;
  if (hasSeam(piece) && evidence.openBracket) return DOUBTFUL;
  return /^(?:noun|adverb)$/u.test(evidence.ending) && isFlow(piece) ? DOUBTFUL : undefined;
}

/** A paragraph after the list takes up the words of the item. */
function isResumed({ fragment, next, sequel }: Evidence): boolean {
  if (!sequel || sequel.kind === 'restarts-paragraph' || next?.kind === 'item') return false;
  const { text } = fragment;
  return text.length >= 8 && /[ぁ-ん]/u.test(sequel.kind === 'overlaps' ? text.slice(-sequel.length) : text);
}

function verdictOnHardItem(evidence: Evidence, cut: boolean): Verdict | undefined {
  const { fragment, ending, openBracket } = evidence;
  const { piece, text } = fragment;
  if (ending === 'particle' || ending === 'inflected') return verdictOnParticleItem(evidence, cut);
  if (ending === 'adnominal' && !isFlow(piece)) return hasSeam(piece) && text.length >= 12 ? DOUBTFUL : undefined;
  return piece.hasEarlier || openBracket || cut ? INCOMPLETE : DOUBTFUL;
}

/** 「…できるように」「…機会を」 are the style of headlines. */
function verdictOnParticleItem({ fragment, prosaic }: Evidence, cut: boolean): Verdict | undefined {
  const { piece, text } = fragment;
  const headline = /[にをへで]$/u.test(text);
  if (isFlow(piece)) return cut || !headline ? INCOMPLETE : undefined;
  if (!cut || !isProse(piece, prosaic)) return undefined;
  return !headline || (piece.gap.marker && text.length >= 30 && text.includes('、')) ? DOUBTFUL : undefined;
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
