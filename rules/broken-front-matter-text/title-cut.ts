import type { Document } from '../../src/document/document.ts';
import { endingOf } from '../../src/text/ending.ts';
import type { Morpheme } from '../../src/text/morphemes.ts';
import { shorten } from '../quote.ts';
import type { Problem } from '../rule.ts';
import { type Article, type Field, type Headline, named, rangeIn, relatedTo } from './article.ts';
import { commonPrefix, endOf, fold } from './fold.ts';
import { APPENDED } from './phrases.ts';
import { offer } from './suggest.ts';

/** 「2026年」「【2026年最新】」 before a title are not part of the headline it was made from. */
const YEAR = /^【?20\d\d年(?:\d{1,2}月)?(?:最新|版|最新版)?】?[、\s]*/u;
/** What may follow a cut inside a title: a stub, a list of names in brackets, a phrase that generators append. */
const BEHIND_CUT = new RegExp(
  `^[：:、，\\s]*(?:の可(?:能(?:性(?:とは?)?)?)?|その?)?[？?]?(?:[（(][^（）()]{1,20}・[^（）()]{1,20}[）)])?(?:${APPENDED.join('|')})?(?:｜[^｜]{1,40})?$`,
  'u',
);
/** Fewer characters in common say nothing. */
const MIN_COMMON = 4;

/** Where a title and the headline of the body part. */
export interface Parting {
  readonly headline: Headline;
  /** Folded characters in common, and the folded lengths. */
  readonly common: number;
  readonly titleLength: number;
  readonly headlineLength: number;
  /** Offset in the title's text and in the headline's text. */
  readonly inTitle: number;
  readonly inHeadline: number;
}

/** Compares a title, without a year before it, with the headline; undefined if they begin differently. */
export function partingOf(field: Field, { headline }: Article): Parting | undefined {
  if (!headline) return undefined;
  const skipped = YEAR.test(headline.text) ? 0 : (YEAR.exec(field.text)?.[0].length ?? 0);
  const core = field.text.slice(skipped);
  const title = fold(core);
  const head = fold(headline.text);
  const common = commonPrefix(title.text, head.text);
  if (common < MIN_COMMON) return undefined;
  return {
    headline,
    common,
    titleLength: title.text.length,
    headlineLength: head.text.length,
    inTitle: skipped + endOf(title, core, common),
    inHeadline: endOf(head, headline.text, common),
  };
}

/** A title that stops before the headline of the body does, or by itself in a place where no title stops. */
export function* cutIn(field: Field, article: Article): Generator<Problem> {
  const parting = partingOf(field, article);
  const severity = parting ? cutAgainst(field, parting, article.document) : undefined;
  if (parting && severity) yield { ...cutProblem(field, parting), severity };
  else if (stopsMidway(field.text, article.document)) yield dangling(field, article);
}

function cutProblem(field: Field, parting: Parting): Problem {
  const name = named(field);
  const behind = shorten(field.text.slice(parting.inTitle), 20);
  const isEnd = parting.common === parting.titleLength;
  return {
    range: rangeIn(field, Math.max(0, parting.inTitle - 1)),
    message: {
      ja: `${name.ja}は本文の見出しの途中で切れ${isEnd ? 'てい' : `、「${behind}」と続いてい`}ます。見出しに合わせて直してください。`,
      en: `${name.en} breaks off in the middle of the body's headline${isEnd ? '' : ` and goes on "${behind}"`}. Follow the headline.`,
    },
    related: relatedTo(parting.headline),
    suggestions: offer(field, parting.headline.text),
  };
}

function dangling(field: Field, article: Article): Problem {
  const name = named(field);
  return {
    range: rangeIn(field, Math.max(0, field.text.trimEnd().length - 2)),
    message: {
      ja: `${name.ja}は途中で終わっています。最後まで書いてください。`,
      en: `${name.en} stops in the middle. Write it to its end.`,
    },
    related: relatedTo(article.headline),
    suggestions: offer(field, partingOf(field, article)?.headline.text),
  };
}

type Level = 'error' | 'warning';

function cutAgainst(field: Field, parting: Parting, document: Document): Level | undefined {
  const rest = field.text.slice(parting.inTitle).trim();
  const lost = parting.headlineLength - parting.common;
  if (lost < 1) return undefined;
  const { text } = parting.headline;
  if (parting.common === parting.titleLength) {
    const closes = /^[？?！!。]/u;
    if (closes.test(rest) && closes.test(text.slice(parting.inHeadline))) return undefined;
    // The headline pauses here too: a title may be its first half.
    if (/^[\p{P}\p{S}\s]/u.test(text.slice(parting.inHeadline))) return undefined;
    return brokenAt(parting, /^[？?]/u.test(rest), document);
  }
  if (lost < 4 || rest === '' || !BEHIND_CUT.test(rest) || /^[？?]?$/u.test(rest)) return undefined;
  // 「X（A・B）による…」 where the headline says 「X、…」: the names stand in the place of what X does.
  const isReplaced = /^[^（(\r\n\u2028\u2029]*[（(].*[）)]./mu.test(rest) || /^(?:の可(?!能性)|[：:、])/u.test(rest);
  const isRemark = /^[（(][^（）()]*[）)]$/u.test(rest);
  return brokenAt(parting, !isRemark, document) ?? (isReplaced ? 'warning' : undefined);
}

/** Judges a headline that is broken off: inside a word, behind a word that needs another one, inside a compound. */
function brokenAt(
  { headline, inHeadline, common, headlineLength }: Parting,
  closed: boolean,
  document: Document,
): Level | undefined {
  const { last, next } = wordsAround(document.morphemes(headline.text), inHeadline);
  if (!last || !next) return 'error';
  if (/^(?:接頭詞|連体詞|接続詞)$/.test(last.pos)) return 'error';
  if (last.pos === '助詞') return brokenAfterParticle(last, closed);
  if (/^(?:動詞|形容詞|助動詞)$/.test(last.pos)) {
    return /基本形|命令/.test(last.conjugated_form) || !/^助/.test(next.pos) ? undefined : 'error';
  }
  if (next.pos === '記号') return undefined;
  const isLong = common >= 10 && headlineLength - common >= 6;
  return isLong && (closed || next.pos === '名詞') ? 'warning' : undefined;
}

/** へ, に, まで, は and も are where headlines like to stop: 「首位へ」「その真意は」. */
function brokenAfterParticle({ surface_form }: Morpheme, closed: boolean): Level | undefined {
  if (/^(?:の|と|が|を)$/u.test(surface_form)) return 'error';
  return closed && /^(?:に|で|も|へ)$/u.test(surface_form) ? 'error' : undefined;
}

/** The words before and behind an offset; both undefined if it lies inside a word. */
function wordsAround(tokens: readonly Morpheme[], offset: number): { last?: Morpheme; next?: Morpheme } {
  let end = 0;
  for (const [i, token] of tokens.entries()) {
    end += token.surface_form.length;
    const next = tokens[i + 1];
    if (end === offset && next) return { last: token, next };
    if (end > offset) break;
  }
  return {};
}

/** Headlines end in nouns, in へ, に, は and in questions; not in 、, in その, in half a verb, or in 「の」 behind a noun. */
function stopsMidway(title: string, document: Document): boolean {
  const text = title.trim();
  const question = /[？?]$/u.test(text);
  const words = question ? text.slice(0, -1) : text;
  const ending = endingOf(words, document.morphemes);
  if (question) return ending === 'particle' && /\p{Script=Han}と$/u.test(words);
  if (/^(?:comma|opening|prefix|adnominal|conjunction)$/.test(ending)) return true;
  const last = document.morphemes(words.slice(-30)).at(-1);
  if (ending === 'inflected') return /^(?:未然|連用タ接続|仮定)/u.test(last?.conjugated_form ?? '');
  return ending === 'particle' && last?.surface_form === 'の' && last.pos_detail_1 === '連体化';
}
