import type { Document } from '../../src/document/document.ts';
import { insideOf, type Range } from '../../src/text/range.ts';
import type { Edit } from '../rule.ts';
import type { Found } from './artifact.ts';

const TAG =
  /<\/?(?:END|EOS|EOT|eos|think|thinking|thought|reasoning|answer|response|final_answer|antArtifact|antThinking|artifact|assistant|system|user_input|final|scratchpad)(?:\s[^<>\n]{0,200})?>|<\/s>/g;
const TRACKING =
  /[?&]utm_source=(?:chatgpt\.com|openai(?:\.com)?|perplexity(?:\.ai)?|claude\.ai|copilot\.com|copilot\.microsoft\.com|gemini\.google\.com|deepseek\.com)(?=[&#)\s>"'\]]|$)/gm;
const CONTROL = /&#(?:[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF])|0*(?:[0-8]|1[124-9]|2\d|3[01]|127));/g;
const TEMPLATE =
  /\{\{\s*(?:[A-Z][A-Z_ ]{2,30}|[^{}|.\n]{0,20}[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][^{}|\n]{0,30}|(?:[Ii]nsert|[Yy]our|placeholder)[^{}|\n]{0,30})\s*\}\}/gu;
const WRITING_BLOCK = /^:::\s?(?:writing|canvas|artifact|textdoc)\b[^\n]*/gm;

/** Marks that no visible text shows: tags of models, values in URLs, references to control characters, empty template slots. */
export function marksInSource(document: Document): Found[] {
  const { text } = document;
  const found: Found[] = [];
  let inCode: ((offset: number) => boolean) | undefined;
  const isCode = (offset: number): boolean => {
    inCode ??= insideOf(codeRanges(document));
    return inCode(offset);
  };
  const collect = (id: string, pattern: RegExp, fix: (match: RegExpExecArray) => Edit | undefined): void => {
    for (const match of text.matchAll(pattern)) {
      if (match.index < (document.frontMatter?.range[1] ?? 0)) continue;
      if (isCode(match.index)) continue;
      const edit = fix(match);
      found.push({ id, range: [match.index, match.index + match[0].length], ...(edit ? { fix: edit } : {}) });
    }
  };
  if (/<\/?(?:[a-z_]+|END|EO[ST]|antA|antT)/.test(text)) {
    collect('model-tag', TAG, () => undefined);
  }
  if (text.includes('utm_source=')) collect('tracking', TRACKING, (match) => withoutParameter(text, match));
  if (text.includes('&#')) collect('escaped-text', CONTROL, (match) => deletion(match));
  if (text.includes('{{')) collect('placeholder', TEMPLATE, () => undefined);
  if (text.includes(':::')) collect('model-tag', WRITING_BLOCK, () => undefined);
  return found.filter(({ id, range }) => id !== 'model-tag' || !isStrike(text, range));
}

/** Without a `<s>` before it, `</s>` is the end mark of a model; with one, it ends struck text. */
function isStrike(text: string, [start, end]: Found['range']): boolean {
  return text.slice(start, end) === '</s>' && /<s[\s>]/.test(text);
}

/** Code blocks and inline code, in order. */
function codeRanges({ blocks }: Document): Range[] {
  return blocks.flatMap((block) =>
    block.kind === 'code' ? [block.range] : block.spans.flatMap(({ kind, range }) => (kind === 'code' ? [range] : [])),
  );
}

function deletion(match: RegExpExecArray): Edit | undefined {
  return { range: [match.index, match.index + match[0].length], text: '' };
}

function withoutParameter(text: string, match: RegExpExecArray): Edit | undefined {
  const end = match.index + match[0].length;
  const hasNext = match[0].startsWith('?') && text[end] === '&';
  return { range: [match.index, hasNext ? end + 1 : end], text: hasNext ? '?' : '' };
}
