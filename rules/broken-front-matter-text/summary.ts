import { endingOf } from '../../src/text/ending.ts';
import { shorten } from '../quote.ts';
import type { Problem } from '../rule.ts';
import { type Article, type Field, type Headline, named, rangeIn, relatedTo } from './article.ts';
import { commonPrefix, endOf, fold } from './fold.ts';
import { leadOf, offer } from './suggest.ts';

/** Folded texts shorter than this may be equal by chance. */
const MIN_REPEATED = 8;

/** A summary that only repeats a title: the front matter's (whole or nearly so), or the headline of the body. */
export function* repeatedTitleIn(field: Field, article: Article): Generator<Problem> {
  const summary = fold(field.text).text;
  if (summary.length < 2) return;
  const title = article.titles.find((other) => other.value !== field.value && repeats(summary, fold(other.text).text));
  const { headline } = article;
  if (!title && !(headline && isHeadlineAgain(summary, headline, article))) return;
  const isSame = title !== undefined && fold(title.text).text === summary;
  const name = named(field);
  yield {
    range: rangeIn(field),
    ...(isSame ? {} : { severity: 'warning' as const }),
    message: title
      ? {
          ja: `${name.ja}は${title.key}${isSame ? 'と同じ' : 'の繰り返し'}です。記事の要約を書いてください。`,
          en: `${name.en} ${isSame ? 'is the same as' : 'only repeats'} ${title.key}. Summarise the article.`,
        }
      : {
          ja: `${name.ja}は本文の見出しそのままです。記事の要約を書いてください。`,
          en: `${name.en} is just the headline of the body. Summarise the article.`,
        },
    related: title
      ? [{ range: title.value.range, message: { ja: `${title.key}の値`, en: `Value of ${title.key}` } }]
      : relatedTo(headline),
    suggestions: offer(field, leadOf(article)),
  };
}

function repeats(summary: string, title: string): boolean {
  if (summary === title) return true;
  return summary.length >= MIN_REPEATED && title.includes(summary) && summary.length >= 0.5 * title.length;
}

/** The same words as the headline, and the headline is one: marked so, without a full stop, or sharing its start with the title. */
function isHeadlineAgain(summary: string, headline: Headline, article: Article): boolean {
  const head = fold(headline.text).text;
  if (head !== summary || head.length < MIN_REPEATED) return false;
  if (headline.block.kind === 'heading' || headline.block.boldOnly || !headline.text.endsWith('。')) return true;
  return article.titles.some(({ text }) => {
    const title = fold(text.replace(/^20\d\d年/u, '')).text;
    return commonPrefix(title, head) >= MIN_REPEATED;
  });
}

/** A summary that runs the headline and the first sentence of the body together as if they were one text. */
export function* gluedTitleIn(field: Field, article: Article): Generator<Problem> {
  const { headline, document } = article;
  const next = document.blocks.find((block) => block.kind === 'paragraph' && block !== headline?.block);
  const start = fold(next?.visible.text.slice(0, 200) ?? '').text;
  for (const head of [headline?.text ?? '', ...article.titles.map((title) => title.text)]) {
    const join = joinBehind(fold(head).text, start, field.text);
    if (!join) continue;
    yield {
      range: rangeIn(field, 0, join.at),
      // After a question mark it still reads as two sentences.
      severity: join.marked ? 'info' : 'warning',
      message: {
        ja: `${field.key}は見出し「${shorten(head)}」と本文の書き出しがつながっています。見出しを除いてください。`,
        en: `${field.key} runs the headline "${shorten(head)}" and the first sentence of the body together. Leave the headline out.`,
      },
      related: relatedTo(headline),
      suggestions: offer(field, field.text.slice(join.at).trim()),
    };
    return;
  }
}

/** Where the headline ends in a text that goes on, without a separator, as the body starts; undefined if it does not. */
function joinBehind(head: string, start: string, text: string): { at: number; marked: boolean } | undefined {
  const summary = fold(text);
  if (head.length < MIN_REPEATED || !summary.text.startsWith(head)) return undefined;
  if (commonPrefix(summary.text.slice(head.length), start) < 10) return undefined;
  const end = endOf(summary, text, head.length);
  const [closing = '', mark = ''] = /^[」』）)】*]*([？?！!。…]*)/u.exec(text.slice(end)) ?? [];
  const at = end + closing.length;
  // A space, a colon or a bar between the two is a separator.
  return /^[\s：:|｜–—-]/u.test(text.slice(at)) ? undefined : { at, marked: mark !== '' };
}

/** True if the last sentence of a text ends as prose may end without a full stop: in a noun, へ, に, は, も or a mark. */
export function endsLikeProse(field: Field, { document }: Article): boolean {
  const text = field.text.trim();
  const ending = endingOf(text, document.morphemes);
  if (/^(?:comma|opening|prefix|adnominal|conjunction)$/.test(ending)) return false;
  if (!/[。！？!?]/u.test(text)) return true;
  if (ending === 'particle') return /[はもに]$/u.test(text);
  return ending !== 'inflected';
}
