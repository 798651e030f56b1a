import { bracketPairs } from '../../src/text/brackets.ts';
import { shorten } from '../quote.ts';
import type { Edit, Problem } from '../rule.ts';
import { type Article, type Field, named, rangeIn, relatedTo } from './article.ts';
import { leadOf, offer, rewrite } from './suggest.ts';

/** Control characters, zero-width spaces, byte order marks, line and paragraph separators; not the joiners of emoji. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u2028\u2029\uFEFF]/gu;
/** What a reader sees where a cut left half a character: at the very end. */
const REPLACEMENT = /\uFFFD+/u;

/** Half characters, invisible characters and line breaks. */
export function* badCharactersIn(field: Field, article: Article): Generator<Problem> {
  const broken = REPLACEMENT.exec(field.text);
  if (broken) yield replacementProblem(field, article, broken);
  const control = [...field.text.matchAll(CONTROL)];
  const [first] = control;
  if (first) {
    const code = (first[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const fix = rewrite(field, field.text.replaceAll(CONTROL, ''));
    yield {
      range: rangeIn(field, first.index, first.index + 1),
      message: {
        ja: `${field.key}に目に見えない制御文字（U+${code}）があります。削除してください。`,
        en: `${field.key} holds an invisible control character (U+${code}). Delete it.`,
      },
      ...(fix ? { fix } : {}),
    };
  }
  const newline = field.value.style === 'block' ? -1 : field.text.trimEnd().search(/[\r\n]/u);
  if (newline > 0) {
    const name = named(field);
    yield {
      range: rangeIn(field),
      severity: 'warning',
      message: {
        ja: `${name.ja}に改行があります。一行にしてください。`,
        en: `${name.en} holds a line break. Make it one line.`,
      },
      suggestions: offer(field, field.text.trim().replaceAll(/[ \t]{0,9}[\r\n]+[ \t]{0,9}/gu, ' ')),
    };
  }
}

function replacementProblem(field: Field, article: Article, match: RegExpExecArray): Problem {
  const atEnd = field.text.slice(match.index + match[0].length).trim() === '';
  const name = named(field);
  return {
    range: rangeIn(field, match.index, match.index + match[0].length),
    message: atEnd
      ? {
          ja: `${name.ja}は文字の途中で切れて文字化け（U+FFFD）しています。全文に直してください。`,
          en: `${name.en} is cut inside a character (U+FFFD). Write it in full.`,
        }
      : {
          ja: `${name.ja}に文字化け（U+FFFD）があります。正しい文字に直してください。`,
          en: `${name.en} holds a character that could not be read (U+FFFD). Put the right one.`,
        },
    related: field.role === 'title' ? relatedTo(article.headline) : [],
    suggestions: offer(field, field.role === 'title' ? article.headline?.text : leadOf(article)),
  };
}

/** Not the power of a number: 2**3**4. */
const BOLD = /\*\*(?![\d.]+\*\*)([^*\n]{1,200})\*\*/gu;
const HEADING = /(^|\s\s)#{1,6}[ \u3000]+/gu;
const MARKDOWN: readonly { readonly id: string; readonly pattern: RegExp; readonly plain?: string }[] = [
  { id: '#', pattern: HEADING, plain: '$1' },
  { id: '**', pattern: BOLD, plain: '$1' },
  { id: '**', pattern: /(?<!\w)\*\*|\*\*(?!\w)/gu },
  { id: '[…](…)', pattern: /!?\[[^\]\n]{1,150}\]\([^()\s]{1,400}\)/gu },
  { id: '`', pattern: /`[^`\n]{1,100}`/gu },
];

/** Markdown that pages, cards and search results print as it is. */
export function* markdownIn(field: Field): Generator<Problem> {
  const found = MARKDOWN.filter(({ pattern }) => field.text.search(pattern) >= 0);
  const [first] = found;
  if (!first) return;
  const at = new RegExp(first.pattern).exec(field.text);
  const name = named(field);
  const edit = plainEdit(field);
  const certain =
    edit && MARKDOWN.every(({ pattern, plain }) => plain !== undefined || plainOf(field.text).search(pattern) < 0);
  yield {
    range: at ? rangeIn(field, at.index, at.index + at[0].length) : rangeIn(field),
    message: {
      ja: `${name.ja}にMarkdownの記号「${first.id}」があります。記号を取り除いてください。`,
      en: `${name.en} holds Markdown ("${first.id}"), which is printed as it is. Remove the marks.`,
    },
    // Technical writers put names of code in backticks everywhere.
    ...(first.id === '`' ? { severity: 'info' as const } : {}),
    ...(certain ? { fix: edit } : {}),
  };
}

function plainEdit(field: Field): Edit | undefined {
  const plain = plainOf(field.text);
  return plain !== '' && plain !== field.text ? rewrite(field, plain) : undefined;
}

/** Heading marks and pairs of `**` taken away; what else there is stays. */
function plainOf(text: string): string {
  return text.replaceAll(HEADING, '$1').replaceAll(BOLD, '$1').trim();
}

/** Brackets without a partner. */
export function* unbalancedIn(field: Field, article: Article): Generator<Problem> {
  const [first] = bracketPairs(field.text).unmatched;
  if (first === undefined) return;
  const mark = field.text[first] ?? '';
  const opens = /[「『（(【［[〈《〔“]/u.test(mark);
  const name = named(field);
  yield {
    range: rangeIn(field, first, first + 1),
    message: {
      ja: `${name.ja}の「${mark}」に対応する${opens ? '閉じ' : '開き'}括弧がありません。括弧をそろえてください。`,
      en: `"${mark}" in ${name.en} has no ${opens ? 'closing' : 'opening'} partner. Balance the brackets.`,
    },
    related: field.role === 'title' ? relatedTo(article.headline) : [],
    suggestions: field.role === 'title' ? offer(field, balancedHeadline(article)) : [],
  };
}

function balancedHeadline({ headline }: Article): string | undefined {
  return headline && bracketPairs(headline.text).unmatched.length === 0 ? headline.text : undefined;
}

const DOUBLED = /(?<![A-Za-z])([A-Za-z]{2,12}|[\p{Script=Han}A-Za-z]{2,12})\1(?![A-Za-z])/u;

/** A word written twice that the body never writes so (PayPay is a name). */
export function* doubledWordIn(field: Field, { document }: Article): Generator<Problem> {
  const match = DOUBLED.exec(field.text);
  if (!match?.[1]) return;
  if (document.blocks.some((block) => block.visible.text.includes(match[0]))) return;
  yield {
    range: rangeIn(field, match.index, match.index + match[0].length),
    severity: 'warning',
    message: {
      ja: `${field.key}に「${shorten(match[1])}」が二度続けて書かれています。一つにしてください。`,
      en: `${field.key} says "${shorten(match[1])}" twice in a row. Keep one.`,
    },
    suggestions: offer(field, field.text.replace(match[0], match[1])),
  };
}
