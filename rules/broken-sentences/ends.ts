import type { Document } from '../../src/document/document.ts';
import { stringOf } from '../../src/document/front-matter.ts';
import { beginningOf, endingOf, openBracketIn } from '../../src/text/ending.ts';
import type { Problem, Related } from '../rule.ts';
import type { Article } from './article.ts';
import { pieceAt } from './echoes.ts';
import { type Echo, echoesOf, type Fragment, isOneWord, sequelOf } from './evidence.ts';
import { type Evidence, hasIntactCopy, isLegal, verdictOn } from './judge.ts';
import { messageOnEnd, RELATED, type Whereabouts } from './messages.ts';
import { type Piece, rangeIn } from './pieces.ts';
import { repairOf } from './repairs.ts';

/** A text that stops mid-way. */
export interface BrokenEnd {
  readonly problem: Problem;
  readonly piece: Piece;
  /** Index of the piece that holds the rest of the sentence. */
  readonly continuedIn: number | undefined;
  /** That piece begins in the middle of a word or a sentence. */
  readonly stranded: boolean;
}

/** Paragraphs and items that stop mid-way, in order. */
export function brokenEndsIn(article: Article): BrokenEnd[] {
  const { pieces, haystack, document } = article;
  const fragments = pieces.flatMap((piece) => fragmentOf(piece, document) ?? []);
  const echoes = echoesOf(fragments, haystack);
  const titles = titlesOf(article);
  return fragments.flatMap((fragment) => {
    const evidence = evidenceOf(fragment, echoes.get(fragment), titles, article);
    const verdict = verdictOn(evidence);
    if (!verdict) return [];
    const { where, related, continuedIn } = restOf(evidence, article);
    const range = rangeIn(fragment.piece.block, fragment.piece.start + fragment.from, fragment.piece.end);
    const message = messageOnEnd(fragment.text, verdict, where);
    const problem = { range, message, severity: verdict.severity, related, ...repairOf(evidence, article) };
    const stranded = evidence.stranded || evidence.sequel?.kind === 'continues';
    return [{ problem, piece: fragment.piece, continuedIn, stranded }];
  });
}

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/u;

/** The last line of the last sentence of a piece, if not every text may end so. */
function fragmentOf(piece: Piece, document: Document): Fragment | undefined {
  if (piece.kind === 'heading' || piece.kind === 'label' || piece.block.linkOnly || piece.block.place === 'footnote')
    return undefined;
  const from = Math.max(piece.lastSentence, piece.text.lastIndexOf('\n') + 1);
  const text = piece.text.slice(from);
  if (endsInLink(piece) || (piece.text.length > 20 && !JAPANESE.test(piece.text))) return undefined;
  const ending = endingOf(piece.text, document.morphemes);
  return isLegal(ending) ? undefined : { piece, from, text, ending };
}

/** A line that ends in a link is navigation (詳しく見る →), and its text a title. */
function endsInLink(piece: Piece): boolean {
  return piece.block.spans.some(
    ({ kind, start, end }) => kind === 'link' && end >= piece.end && start > piece.start && end - start >= 4,
  );
}

/** The beginnings of the title in the front matter and of headlines: paragraphs without 。 that open the article. */
function titlesOf({ document, pieces }: Article): readonly string[] {
  const title = stringOf(document.frontMatter, 'title')?.text.text ?? '';
  const first = pieces.find((piece) => piece.kind === 'prose');
  const isRestarted = first !== undefined && (pieces[first.index + 1]?.text.startsWith(first.text) ?? false);
  const opening = first && !isRestarted && !/。/u.test(first.text) ? first.text : '';
  return [title, opening].filter((text) => text.length >= 8).map((text) => text.replace(/^[「『【]/u, '').slice(0, 8));
}

function evidenceOf(fragment: Fragment, echo: Echo | undefined, titles: readonly string[], article: Article): Evidence {
  const { pieces, haystack, document, lastProse, prosaic } = article;
  const { piece } = fragment;
  const next = pieces[piece.index + 1];
  const headline = !/。/u.test(piece.text);
  return {
    fragment,
    ending: fragment.ending,
    echo,
    sequel: sequelOf(fragment, next, echo, haystack),
    next,
    stranded: next !== undefined && next.kind === 'prose' && isStranded(fragment, next, document),
    openBracket: openBracketIn(fragment.text) !== undefined || hasOpenEmphasis(fragment.text),
    atEnd: piece.index >= lastProse,
    prosaic,
    isTitle:
      headline && (/とは$/u.test(fragment.text) || titles.includes(piece.text.replace(/^[「『【]/u, '').slice(0, 8))),
  };
}

/** Two asterisks that nothing closes: CommonMark prints them. At the end of the text they close what another line opened. */
function hasOpenEmphasis(text: string): boolean {
  return text.split('**').length % 2 === 0 && !text.endsWith('**');
}

function isStranded(fragment: Fragment, next: Piece, document: Document): boolean {
  const beginning = beginningOf(next.text, document.morphemes);
  if (beginning !== 'word' && beginning !== 'ellipsis') return true;
  // 「水道の今」 and 「朝の話です。」 are a headline and its text, although 今朝 is a word too.
  const isHeadline = !fragment.piece.hasEarlier && fragment.text.length < 15;
  return !isHeadline && isOneWord(fragment.text, next.text, document.morphemes);
}

interface Rest {
  readonly where: Whereabouts;
  readonly related: readonly Related[];
  readonly continuedIn: number | undefined;
}

function restOf(evidence: Evidence, { haystack, pieces }: Article): Rest {
  const { sequel, echo, next, stranded, fragment } = evidence;
  if (next && (sequel?.kind === 'restarts-sentence' || sequel?.kind === 'restarts-paragraph')) {
    const length = Math.min(fragment.text.length, 40);
    return { where: 'restarted', related: [relatedTo('restarted', next, 0, length)], continuedIn: next.index };
  }
  if (next && (sequel || stranded)) {
    return { where: 'continued', related: [relatedTo('continued', next, 0, 12)], continuedIn: next.index };
  }
  const piece = echo && hasIntactCopy(evidence, 16) ? pieces[pieceAt(haystack, echo.start)] : undefined;
  if (!echo || !piece) return { where: 'unknown', related: [], continuedIn: undefined };
  const base = haystack.starts[piece.index] ?? 0;
  const from = Math.max(0, echo.end - 40, echo.start) - base;
  return { where: 'copied', related: [relatedTo('copied', piece, from, echo.end - base + 10)], continuedIn: undefined };
}

function relatedTo(where: Exclude<Whereabouts, 'unknown'>, piece: Piece, from: number, to: number): Related {
  const end = Math.min(piece.end, piece.start + to);
  return { range: rangeIn(piece.block, piece.start + from, end), message: RELATED[where] };
}
