import type { ScalarValue } from '../../src/document/front-matter.ts';
import { OBJECT } from '../../src/text/visible-text.ts';
import { shorten } from '../quote.ts';
import type { Edit, Suggestion } from '../rule.ts';
import type { Article, Field } from './article.ts';

/** A summary on list pages and in search results is cut behind about 120 characters. */
const MAX_SUMMARY = 120;
/** Shorter than this, a summary says too little. */
const MIN_SUMMARY = 20;

const PLAIN_SAFE = /^[\p{L}「『【（][^:#\n"'{}[\],&*!|>%@`\\]*$/u;

/** The edit that gives a field another text, in its own quotation style; undefined for block scalars. */
export function rewrite({ value }: Field, text: string): Edit | undefined {
  if (value.style === 'block' || value.style === 'date') return undefined;
  return { range: value.range, text: written(value, text) };
}

function written(value: ScalarValue, text: string): string {
  if (value.style === 'single' && !text.includes("'")) return `'${text}'`;
  const isPlain = value.style === 'plain' && PLAIN_SAFE.test(text) && text.trim() === text;
  return isPlain && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}

/** Offers a text for a field, unless it has that text already. */
export function offer(field: Field, text: string | undefined): readonly Suggestion[] {
  const edit = text && text !== field.text ? rewrite(field, text) : undefined;
  if (!edit || !text) return [];
  const quoted = shorten(text, 60);
  return [{ message: { ja: `「${quoted}」にする`, en: `Change to "${quoted}"` }, edit }];
}

/** The first whole sentences of the body's prose, at most 120 characters; undefined if there is none of that length. */
export function leadOf({ document, headline }: Article): string | undefined {
  const start = document.blocks.find(
    (block) => block !== headline?.block && block.kind === 'paragraph' && block.place === 'body' && !block.linkOnly,
  );
  let lead = '';
  for (const { text, terminated } of start?.sentences ?? []) {
    if (!terminated || text.includes(OBJECT) || lead.length + text.length > MAX_SUMMARY) break;
    lead += text.replaceAll(/[ \t]{0,9}\n[ \t]{0,9}/gu, '');
  }
  return lead.length >= MIN_SUMMARY ? lead : undefined;
}

/** A text up to the end of its last whole sentence; undefined if too little is left. */
export function wholeSentencesOf(text: string): string | undefined {
  const whole = /^.*[。！？!?](?:[」』）)])?/su.exec(text)?.[0] ?? '';
  return whole.length >= MIN_SUMMARY && whole.length < text.length ? whole : undefined;
}
