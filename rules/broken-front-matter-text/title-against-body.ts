import type { Problem } from '../rule.ts';
import { type Article, type Field, named, rangeIn, relatedTo } from './article.ts';
import { commonPrefix, fold } from './fold.ts';
import { offer } from './suggest.ts';

const STUB = /^(.{0,25}?)の可能性(?:とは?)?[？?]?$/u;
const YEAR = /^20\d\d年/u;
/** Two names or numbers; words may be chosen differently in a title, those may not. */
const NAME_OR_NUMBER = /^(?:[a-z][a-z0-9]*|[0-9]+)$/;

/** A title that says nothing (「Xの可能性とは？」) where the body's headline says what it is about. */
export function* stubIn(field: Field, article: Article): Generator<Problem> {
  const subject = STUB.exec(field.text.trim().replace(/(?<!\uFFFD)\uFFFD+$/u, ''))?.[1]?.replace(YEAR, '');
  if (subject === undefined) return;
  const { headline } = article;
  const name = fold(subject).text;
  const head = fold(headline?.text ?? '').text;
  const isReplaced = name !== '' && head.includes(name) && !head.includes('可能性') && head.length >= name.length + 8;
  if (name !== '' && !isReplaced) return;
  const named_ = named(field);
  yield {
    range: rangeIn(field),
    severity: name === '' ? 'error' : 'warning',
    message: {
      ja: `${named_.ja}は何についての記事かを伝えていません。本文の見出しに合わせて直してください。`,
      en: `${named_.en} does not say what the article is about. Follow the body's headline.`,
    },
    related: relatedTo(headline),
    suggestions: offer(field, headline?.text),
  };
}

/** A title and a headline that are the same but for one name or one number. */
export function* contradictionIn(field: Field, article: Article): Generator<Problem> {
  const { headline } = article;
  if (!headline) return;
  const title = fold(field.text).text;
  const head = fold(headline.text).text;
  const before = commonPrefix(title, head);
  const behind = commonPrefix(reversed(title.slice(before)), reversed(head.slice(before)));
  if (before + behind < 0.7 * Math.max(title.length, head.length) || before + behind < 10) return;
  const [mine, other] = [title, head].map((text) => widen(text, before, text.length - behind));
  if (!mine || !other || mine === other || !NAME_OR_NUMBER.test(mine) || !NAME_OR_NUMBER.test(other)) return;
  const name = named(field);
  yield {
    range: rangeIn(field),
    severity: 'warning',
    message: {
      ja: `${name.ja}の「${mine}」は、本文の見出しでは「${other}」です。どちらが正しいか確かめてください。`,
      en: `${name.en} says "${mine}" where the body's headline says "${other}". Check which one is right.`,
    },
    related: relatedTo(headline),
    suggestions: offer(field, headline.text),
  };
}

/** 3000 and 300 differ in one digit; the numbers and names around the difference are what is compared. */
function widen(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start > 0 && /[a-z0-9]/.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && /[a-z0-9]/.test(text[end] ?? '')) end += 1;
  return text.slice(start, end);
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** A sentence of the body that came to stand as the title. */
export function* proseIn(field: Field, { document, headline }: Article): Generator<Problem> {
  const text = field.text.trim();
  if (text.length < 25 || !text.endsWith('。')) return;
  const source = document.sentences.find((sentence) => sentence.text === text && sentence.block !== headline?.block);
  if (!source) return;
  const name = named(field);
  yield {
    range: rangeIn(field),
    severity: 'warning',
    message: {
      ja: `${name.ja}は本文の一文そのままです。記事全体を表す題にしてください。`,
      en: `${name.en} is a sentence of the body. Give the article a title.`,
    },
    related: [{ range: source.range, message: { ja: '本文の同じ文', en: 'The same sentence in the body' } }],
  };
}
