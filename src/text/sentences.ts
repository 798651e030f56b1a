import { bracketPairs, outermostPairs } from './brackets.ts';
import { remembered } from './remembered.ts';

/** Where a sentence stands in its text, as UTF-16 offsets: leading and trailing white space excluded. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
  /** True if the sentence ends with 。！？ or their like, closing brackets after it included. */
  readonly terminated: boolean;
}

const TERMINATOR = /[。！？!?．.‼⁇⁈⁉]+/g;
const CLOSERS = new Set('」』）)】］〉》〕”’"\'');

/**
 * Splits a visible text into sentences, in order. Full stops inside brackets that are closed do not split
 * (「すごい！」と言った。is one sentence); a line break does not either, for Markdown joins the lines of a paragraph.
 * Returns no empty sentence. Linear in the text.
 */
export const splitSentences: (text: string) => readonly SentenceSpan[] = remembered(split, {
  entries: 4_000,
  characters: 100_000,
});

function split(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  const closed = outermostPairs(bracketPairs(text));
  let pair = 0;
  let start = 0;
  for (const match of text.matchAll(TERMINATOR)) {
    while ((closed[pair]?.[1] ?? Number.POSITIVE_INFINITY) < match.index) pair += 1;
    const inBrackets = (closed[pair]?.[0] ?? Number.POSITIVE_INFINITY) < match.index;
    if (inBrackets || !endsSentence(text, match.index, match.index + match[0].length)) continue;
    const end = endOfClosers(text, start, match.index + match[0].length);
    push(spans, text, start, { end, terminated: true });
    start = end;
  }
  push(spans, text, start, { end: text.length, terminated: false });
  return spans;
}

/** Closing marks behind a full stop belong to its sentence; `"` and `'` close only what the sentence has opened. */
function endOfClosers(text: string, start: number, from: number): number {
  let end = from;
  for (let mark = text[end] ?? ''; CLOSERS.has(mark); mark = text[end] ?? '') {
    if ((mark === '"' || mark === "'") && text.slice(start, end).split(mark).length % 2 === 1) break;
    end += 1;
  }
  return end;
}

function push(spans: SentenceSpan[], text: string, from: number, to: { end: number; terminated: boolean }): void {
  let start = from;
  let end = to.end;
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  if (end > start) spans.push({ start, end, terminated: to.terminated || endsQuoted(text, start, end) });
}

/** 「…のだ。」 and （…です。） at the very end: the full stop stands inside the brackets. */
function endsQuoted(text: string, start: number, end: number): boolean {
  let i = end;
  while (i > start && CLOSERS.has(text[i - 1] ?? '')) i -= 1;
  return i < end && /[。！？!?]/.test(text[i - 1] ?? '');
}

/**
 * ASCII marks are ambiguous: Yahoo!ニュース, 3.5, v1.2, e.g. — they end a sentence only before a space or the end. ．is a decimal
 * point before a digit (３．５).
 */
function endsSentence(text: string, start: number, end: number): boolean {
  const mark = text.slice(start, end);
  const next = text[end] ?? '';
  const before = text[start - 1] ?? '';
  if (mark === '．') return !/[0-9０-９]/.test(next);
  if (/[^.!?]/.test(mark)) return true;
  if (/^[!?]+$/.test(mark)) {
    if (!/[A-Za-z]/.test(before)) return true;
    return /^(?:[\s」』）)]|$)/.test(next) && !/yahoo$/i.test(text.slice(Math.max(0, start - 5), start));
  }
  if (mark.length > 1) return false;
  if (/[\u3041-\u30FF\u4E00-\u9FFF]/.test(before)) return next === '' || /\s/.test(next);
  return /[a-z）)]/.test(before) && (next === '' || /^\s+[A-Z「]/.test(text.slice(end, end + 4)));
}
