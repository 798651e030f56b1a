import type { Block, Document } from '../../src/document/document.ts';
import { type FrontMatter, type ScalarValue, stringOf } from '../../src/document/front-matter.ts';
import type { Range } from '../../src/text/range.ts';
import { shorten } from '../quote.ts';
import type { Message, Related } from '../rule.ts';

/** A text of the front matter. */
export interface Field {
  readonly key: string;
  readonly role: 'title' | 'summary';
  readonly value: ScalarValue;
  readonly text: string;
}

/** What the body gives as its own title: its first heading, or a first line that stands alone like one. */
export interface Headline {
  readonly text: string;
  readonly range: Range;
  readonly block: Block;
}

/** What the checks compare with one another. */
export interface Article {
  readonly document: Document;
  readonly frontMatter: FrontMatter;
  readonly titles: readonly Field[];
  readonly summaries: readonly Field[];
  readonly headline: Headline | undefined;
}

/** A line longer than this is a paragraph, not a headline. */
const MAX_HEADLINE = 100;

/** Reads what the rule looks at. Keys without a string are left out. */
export function articleOf(
  document: Document,
  frontMatter: FrontMatter,
  keys: { readonly titleKeys: readonly string[]; readonly summaryKeys: readonly string[] },
): Article {
  const fieldsOf = (names: readonly string[], role: Field['role']): Field[] =>
    names.flatMap((key) => {
      const value = stringOf(frontMatter, key);
      return value ? [{ key, role, value, text: value.text.text }] : [];
    });
  return {
    document,
    frontMatter,
    titles: fieldsOf(keys.titleKeys, 'title'),
    summaries: fieldsOf(keys.summaryKeys, 'summary'),
    headline: headlineOf(document),
  };
}

function headlineOf({ blocks }: Document): Headline | undefined {
  const block = blocks.find(({ visible, kind }) => visible.text.trim() !== '' && kind !== 'opaque');
  if (block?.place !== 'body' || block.kind === 'item') return undefined;
  const { text } = block.visible;
  const start = /^\s*(?:(?:タイトル|題名|title)\s*[:：]\s*)?/iu.exec(text)?.[0].length ?? 0;
  const end = text.trimEnd().length;
  if (end - start > MAX_HEADLINE || text.slice(start, end).includes('\n')) return undefined;
  // Two sentences with full stops are a short paragraph.
  if ((text.match(/。/gu) ?? []).length > 1 || end <= start) return undefined;
  return { text: text.slice(start, end), range: block.visible.rangeOf(start, end), block };
}

/** Range in the file of a part of a field's text; a start inside a surrogate pair moves before it. */
export function rangeIn(field: Field, start = 0, end: number = field.text.trimEnd().length): Range {
  const inPair = start > 0 && /[\uDC00-\uDFFF]/.test(field.text[start] ?? '');
  const range = field.value.text.rangeOf(inPair ? start - 1 : start, end);
  return range[0] < range[1] ? range : field.value.range;
}

/** How a message names a field: its key and what it says. */
export function named({ key, text }: Field): Message {
  return { ja: `${key}「${shorten(text)}」`, en: `${key} "${shorten(text)}"` };
}

/** The headline as the second place of a finding. */
export function relatedTo(headline: Headline | undefined): readonly Related[] {
  if (!headline) return [];
  const quoted = shorten(headline.text);
  return [
    { range: headline.range, message: { ja: `本文の見出し「${quoted}」`, en: `Headline of the body: "${quoted}"` } },
  ];
}
