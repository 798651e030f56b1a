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
const COPY = 40;
const MIN_COPY = 15;
const ELLIPSIS = /(?:…|‥|\.{2,}|・{3,})[」』）)]?$/u;

interface Continuation {
  readonly rest: string;
  readonly range: Range;
  readonly midWord: boolean;
}

/** A summary that stops in the middle of a sentence: by its last word, or because the body goes on. */
export function* cutSummaryIn(field: Field, article: Article): Generator<Problem> {
  const text = field.text.trim();
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
  const wanted = fold(text).text;
  if (wanted.length < MIN_COPY) return undefined;
  return inBody(wanted, article.document) ?? inSummaries(wanted, article);
}

function inBody(wanted: string, document: Document): Continuation | undefined {
  const places: { start: number; index: number }[] = [];
  let body = '';
  for (const [index, block] of document.blocks.entries()) {
    if (block.visible.text === '' || block.kind === 'cell') continue;
    if (body.length > SEARCHED) break;
    places.push({ start: body.length, index });
    body += `${block.visible.text}\n`;
  }
  const end = endIn(body, wanted);
  if (end === undefined) return undefined;
  const place = places.findLast(({ start }) => start < end);
  const block = document.blocks[place?.index ?? 0];
  if (!place || !block) return undefined;
  const inBlock = end - place.start;
  const sentence = block.sentences.find((candidate) => candidate.end > inBlock);
  const rest = block.visible.text.slice(inBlock, sentence?.end ?? inBlock + 20);
  if (!goesOn(rest, wanted, splitsWord(sentence?.text ?? '', inBlock - (sentence?.start ?? 0), document)))
    return undefined;
  return { rest, range: block.visible.rangeOf(inBlock, inBlock + rest.length), midWord: true };
}

function inSummaries(wanted: string, { summaries, document }: Article): Continuation | undefined {
  for (const field of summaries) {
    const end = endIn(field.text, wanted);
    if (end === undefined) continue;
    const rest = /^[^。！？]{0,60}/u.exec(field.text.slice(end))?.[0] ?? '';
    if (
      !goesOn(rest, wanted, splitsWord(field.text.slice(Math.max(0, end - 30), end + 30), Math.min(30, end), document))
    )
      continue;
    return { rest, range: rangeIn(field, end, end + rest.length), midWord: true };
  }
  return undefined;
}

function endIn(text: string, wanted: string): number | undefined {
  const folded = fold(text);
  const at = folded.text.indexOf(wanted);
  return at < 0 ? undefined : endOf(folded, text, at + wanted.length);
}

/** 。 or the end of the block behind it: a whole sentence was taken. A short phrase may recur in a longer one by chance. */
function goesOn(rest: string, wanted: string, midWord: boolean): boolean {
  if (!/^[\p{L}\p{N}]/u.test(rest) || fold(rest).text.length < 2) return false;
  return midWord || wanted.length >= COPY;
}

function splitsWord(sentence: string, offset: number, document: Document): boolean {
  let end = 0;
  for (const token of document.morphemes(sentence)) {
    end += token.surface_form.length;
    if (end >= offset) return end > offset;
  }
  return false;
}
