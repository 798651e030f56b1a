import { endingOf } from '../../src/text/ending.ts';
import { shorten } from '../quote.ts';
import type { Problem } from '../rule.ts';
import { type Article, type Field, named, rangeIn, relatedTo } from './article.ts';
import { fold } from './fold.ts';
import { APPENDED } from './phrases.ts';
import { offer } from './suggest.ts';
import { partingOf } from './title-cut.ts';

const NAMES = '(?:[（(][^（）()]{1,40}[）)])?';
const TAIL = new RegExp(`^[？?！!。]?${NAMES}(?=の|による|によって|が|を|に|で)`, 'u');
/** 「…とは？（A・B）の進化と実用化」: a whole sentence, and then a phrase that leans on a noun. */
const GLUED = new RegExp(`[？?！!。]${NAMES}(?=の|による|がもたらす|が変える|が拓く|が示す)`, 'gu');
/** 「どうなる？の声」「なぜ？の嵐」 quote the question. */
const QUOTED_QUESTION = /^の(?:声|問い|疑問|質問|悩み|不安|答え|嵐|理由|壁|一言|正体)/u;
/** 「…する時：（A・B）による…」: what the colon announced is lost. */
const LOST = /[：:、][（(][^（）()]{1,40}[）)](?=の|による|が|を)/u;
const APPENDED_HERE = new RegExp(`(?:${APPENDED.join('|')})`, 'u');
/** An appended phrase at the end, with the names in brackets before it. */
const APPENDED_AT_END = new RegExp(`${NAMES}(?:${APPENDED.join('|')})$`, 'u');

/** Two pieces that do not make one sentence: a whole question or sentence, and a phrase that needs a noun before it. */
export function* gluedIn(field: Field, article: Article): Generator<Problem> {
  const at = joinOf(field, article);
  if (at !== undefined) yield problemAt(at, field, article);
}

/** A phrase of a title generator behind something else than a noun: 「…を探るの最新動向」「…とはが変える」. */
export function* appendedIn(field: Field, article: Article): Generator<Problem> {
  const text = field.text.trimEnd();
  const at = APPENDED_AT_END.exec(text)?.index;
  if (at === undefined) return;
  const ending = endingOf(text.slice(0, at), article.document.morphemes);
  if (!/^(?:predicate|particle|inflected|adnominal|comma|colon|prefix|conjunction)$/.test(ending)) return;
  yield problemAt(at, field, article);
}

function problemAt(start: number, field: Field, article: Article): Problem {
  const name = named(field);
  const second = shorten(field.text.slice(start), 24);
  const headline = partingOf(field, article)?.headline;
  return {
    range: rangeIn(field, start),
    message: {
      ja: `${name.ja}は二つの文言がつながっています。「${second}」の前で終わるか、一文に書き直してください。`,
      en: `${name.en} is two pieces glued together. End it before "${second}" or rewrite it.`,
    },
    related: relatedTo(headline),
    suggestions: offer(field, headline?.text ?? field.text.slice(0, start)),
  };
}

/** Where the second piece stands in the text, or undefined. */
function joinOf(field: Field, article: Article): number | undefined {
  const { text } = field;
  const lost = LOST.exec(text);
  if (lost) return lost.index + 1;
  const behind = behindHeadline(field, article);
  if (behind !== undefined) return behind;
  for (const match of text.matchAll(GLUED)) {
    const tail = text.slice(match.index + match[0].length).trimEnd();
    if (isSentence(text.slice(0, match.index), tail, article) && isPhrase(tail, article)) return match.index + 1;
  }
  return undefined;
}

/** Everything of the headline, then a particle: the headline was whole, so the rest was appended. */
function behindHeadline(field: Field, article: Article): number | undefined {
  const parting = partingOf(field, article);
  if (!parting || parting.common < 8 || parting.common !== parting.headlineLength) return undefined;
  const rest = field.text.slice(parting.inTitle);
  const tail = TAIL.exec(rest);
  if (!tail || !/[？?！!。]$|とは$/u.test(parting.headline.text.trim())) {
    const ends = endingOf(parting.headline.text, article.document.morphemes);
    if (!tail || ends !== 'predicate' || !isPhrase(rest.slice(tail[0].length), article)) return undefined;
  }
  const first = article.document.morphemes(rest.slice(tail[0].length))[0];
  return first?.pos === '助詞' ? parting.inTitle + (/^[？?！!。]/u.test(rest) ? 1 : 0) : undefined;
}

/** 「モーニング娘。の」「JUMP!の」 are names: what stands before the mark must be able to end a sentence. */
function isSentence(before: string, tail: string, { document }: Article): boolean {
  if (APPENDED_HERE.test(tail)) return true;
  const ending = endingOf(before, document.morphemes);
  return ending === 'predicate' || (ending === 'particle' && /[は]$/u.test(before));
}

function isPhrase(tail: string, { document }: Article): boolean {
  if (fold(tail).text.length < 6 || QUOTED_QUESTION.test(tail)) return false;
  const ending = endingOf(tail, document.morphemes);
  return ending === 'noun' || ending === 'quotation';
}
