import type { Document } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import { shorten } from '../quote.ts';
import type { Problem } from '../rule.ts';
import { type Article, type Field, named, rangeIn } from './article.ts';
import { endOf, fold } from './fold.ts';
import { leadOf, offer, wholeSentencesOf } from './suggest.ts';
import { endsLikeProse } from './summary.ts';

/** Summaries are taken from the start of an article: only so many visible characters are searched. */
const SEARCHED = 8000;
/** A run of this many folded characters is a copy of the body, whatever word it stops behind. */
const COPY = 30;
const MIN_COPY = 15;
const ELLIPSIS = /(?:…|‥|(?<!\.)\.{2,}|(?<!・)・{3,})[」』）)]?$/u;

interface Continuation {
  readonly rest: string;
  readonly range: Range;
}

/** A summary that stops in the middle of a sentence: by its last word, or because the body goes on. */
export function* cutSummaryIn(field: Field, article: Article): Generator<Problem> {
  const text = field.text.trimEnd();
  if (/[。！？!?」』）)]$/u.test(text) && !ELLIPSIS.test(text)) return;
  const copied = continuationOf(text, article);
  const isOpen = ELLIPSIS.test(text);
  const broken = isOpen ? copied !== undefined : copied !== undefined || !endsLikeProse(field, article);
  if (!broken) return;
  const name = named(field);
  const rest = copied ? shorten(copied.rest, 20) : '';
  yield {
    range: rangeIn(field, Math.max(0, text.length - 10)),
    // An honest … is how many sites shorten a description.
    ...(isOpen ? { severity: 'info' as const } : {}),
    message: {
      ja: `${name.ja}は文の途中で切れています${rest ? `（本文では「${rest}」と続きます）` : ''}。文末まで書いてください。`,
      en: `${name.en} stops in the middle of a sentence${rest ? ` (the body goes on "${rest}")` : ''}. End it with a whole sentence.`,
    },
    related: copied ? [{ range: copied.range, message: { ja: '本文の続き', en: 'Where the body goes on' } }] : [],
    suggestions: offer(field, wholeSentencesOf(text.replace(ELLIPSIS, '')) ?? leadOf(article)),
  };
}

/** What follows the text where the body or a longer summary has it too; undefined if nothing does or a sentence ends there. */
function continuationOf(text: string, article: Article): Continuation | undefined {
  const copy = { text, folded: fold(text).text };
  if (copy.folded.length < MIN_COPY) return undefined;
  return inBody(copy, article.document) ?? inSummaries(copy, article);
}

interface Copy {
  readonly text: string;
  readonly folded: string;
}

function inBody(copy: Copy, document: Document): Continuation | undefined {
  const { body, startOf } = startOfBody(document);
  const end = endIn(body, copy);
  const block = end === undefined ? undefined : document.blocks[startOf.findLastIndex((start) => start < end)];
  if (end === undefined || !block) return undefined;
  const inBlock = end - (startOf[block.index] ?? 0);
  const sentence = block.sentences.find((candidate) => candidate.end > inBlock);
  const rest = restBehind(copy, block.visible.text.slice(inBlock, sentence?.end ?? inBlock + 20));
  if (!sentence || !goesOn(rest, copy, splitsWord(sentence.text, inBlock - sentence.start, document))) return undefined;
  return { rest, range: block.visible.rangeOf(sentence.end - rest.length, sentence.end) };
}

/** The first visible text of the article, a line a block, and where each block starts in it, by index. */
function startOfBody({ blocks }: Document): { body: string; startOf: readonly number[] } {
  const startOf: number[] = [];
  let body = '';
  for (const { visible, kind } of blocks) {
    if (body.length > SEARCHED) break;
    startOf.push(body.length);
    if (visible.text !== '' && kind !== 'cell') body += `${visible.text}\n`;
  }
  return { body, startOf };
}

function inSummaries(copy: Copy, { summaries, document }: Article): Continuation | undefined {
  for (const field of summaries) {
    const end = endIn(field.text, copy);
    if (end === undefined) continue;
    const rest = restBehind(copy, /^[^。！？]{0,60}/u.exec(field.text.slice(end))?.[0] ?? '');
    const from = Math.max(0, end - 30);
    const midWord = splitsWord(field.text.slice(from, end + 30), end - from, document);
    if (goesOn(rest, copy, midWord)) return { rest, range: rangeIn(field, end, end + rest.length) };
  }
  return undefined;
}

function endIn(text: string, { folded: wanted }: Copy): number | undefined {
  const folded = fold(text);
  const at = folded.text.indexOf(wanted);
  return at < 0 ? undefined : endOf(folded, text, at + wanted.length);
}

/** A copy that ends in 、 has taken that from the sentence too. */
function restBehind({ text }: Copy, rest: string): string {
  return /[、，]$/u.test(text) ? rest.replace(/^[」』）)*]{0,5}[、，]\s*/u, '') : rest;
}

/** 。 or the end of the block behind it: a whole sentence was taken. A short phrase may recur in a longer one by chance. */
function goesOn(rest: string, { text, folded }: Copy, midWord: boolean): boolean {
  if (!/^[\p{L}\p{N}「『（(]/u.test(rest) || fold(rest).text.length < 2) return false;
  return midWord || folded.length >= COPY || /[、，]$/u.test(text) || ELLIPSIS.test(text);
}

function splitsWord(sentence: string, offset: number, document: Document): boolean {
  let end = 0;
  for (const token of document.morphemes(sentence)) {
    end += token.surface_form.length;
    if (end >= offset) return end > offset;
  }
  return false;
}
