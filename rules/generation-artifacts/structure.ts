import type { Document } from '../../src/document/document.ts';
import { insideOf, type Range } from '../../src/text/range.ts';
import type { Found } from './artifact.ts';

const KEEP_OURS = { ja: '上の文章だけを残す', en: 'Keep only the upper text' };
const KEEP_THEIRS = { ja: '下の文章だけを残す', en: 'Keep only the lower text' };

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Hunks of a merge that Git could not do: all three markers must be there, so an underline of `=======` is none. */
export function conflictsIn({ text, opaque }: Document): Found[] {
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return [];
  const isOpaque = insideOf(opaque);
  const found: Found[] = [];
  let ours: Line | undefined;
  let middle: Line | undefined;
  for (const line of linesOf(text)) {
    if (/^<{7}(?: |$)/.test(line.text) && !isOpaque(line.start)) {
      ours = line;
      middle = undefined;
    } else if (ours && /^={7}$/.test(line.text)) middle = line;
    else if (ours && middle && /^>{7}(?: |$)/.test(line.text)) {
      found.push(hunk(text, [ours, middle, line]));
      ours = undefined;
    }
  }
  return found;
}

function hunk(text: string, [ours, middle, theirs]: readonly [Line, Line, Line]): Found {
  const after = nextLine(text, theirs);
  const whole: Range = [ours.start, after];
  const upper = text.slice(nextLine(text, ours), middle.start);
  const lower = text.slice(nextLine(text, middle), theirs.start);
  const same = upper === lower;
  return {
    id: 'conflict-marker',
    range: [ours.start, ours.end],
    related: [
      {
        range: [middle.start, middle.end],
        message: { ja: '2つの文章の境界です。', en: 'The boundary of the two texts.' },
      },
      {
        range: [theirs.start, theirs.end],
        message: { ja: '衝突した箇所の終わりです。', en: 'The end of the conflict.' },
      },
    ],
    ...(same ? { fix: { range: whole, text: upper } } : {}),
    ...(same
      ? {}
      : {
          suggestions: [
            { message: KEEP_OURS, edit: { range: whole, text: upper } },
            { message: KEEP_THEIRS, edit: { range: whole, text: lower } },
          ],
        }),
  };
}

const KNOWN_KEYS =
  /^(?:title|layout|date|tags|categories|category|author|description|excerpt|slug|published|draft|image|permalink|emoji|topics|type)\s*:/gm;
const FRONT_MATTER =
  /^---[ \t]*\r?\n(?:(?:[A-Za-z_][\w-]*[ \t]*:|[ \t]+\S|- )[^\r\n]*\r?\n){1,40}---[ \t]*(?:\r?\n|$)/gm;

/** A block of metadata that stands in the body, between two lines of `---`. */
export function secondFrontMatter({ text, frontMatter, opaque }: Document): Found[] {
  const found: Found[] = [];
  const isOpaque = insideOf(opaque);
  for (const match of text.matchAll(FRONT_MATTER)) {
    const range: Range = [match.index, match.index + match[0].trimEnd().length];
    if (range[0] < (frontMatter?.range[1] ?? 1)) continue;
    if (isOpaque(range[0])) continue;
    if ((match[0].match(KNOWN_KEYS) ?? []).length < 2) continue;
    const quote = match[0].split(/\r?\n/)[1] ?? '';
    const edit = { range: [range[0], match.index + match[0].length] as const, text: '' };
    const message = { ja: '2つ目のフロントマターを削除する', en: 'Delete the second front matter' };
    found.push({ id: 'second-front-matter', range, quote, suggestions: [{ message, edit }] });
  }
  return found;
}

/** A code fence around the whole body, and a closing fence at the end that nothing opened. */
export function wrapperFences({ blocks, text }: Document): Found[] {
  const body = blocks.filter((block) => block.kind !== 'html' && block.kind !== 'rule');
  const [first] = body;
  const last = body.at(-1);
  if (last?.node.type !== 'code') return [];
  const source = text.slice(...last.range);
  const opener = /^(`{3,}|~{3,})[^\r\n]*/.exec(source)?.[0];
  if (opener === undefined) return [];
  const opening: Range = [last.range[0], last.range[0] + opener.length];
  if (last.node.value.trim() === '' && source.trim() === opener.trim() && body.length > 1 && !/\w/.test(opener)) {
    return [{ id: 'wrapper-fence', range: opening, fix: { range: opening, text: '' } }];
  }
  const wraps =
    first === last && /^(?:markdown|md|text|txt|html)?$/i.test(last.node.lang ?? '') && isArticle(last.node.value);
  if (!wraps) return [];
  const closing = /\r?\n(?:`{3,}|~{3,})[ \t]*$/.exec(source);
  const end = closing ? last.range[0] + closing.index : last.range[1];
  const from = Math.min(nextLineFrom(text, opening[1]), end);
  return [{ id: 'wrapper-fence', range: opening, fix: { range: last.range, text: text.slice(from, end) } }];
}

function isArticle(value: string): boolean {
  return (value.match(/。/g) ?? []).length >= 3 && /\n\s*\n/.test(value);
}

function* linesOf(text: string): Generator<Line> {
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    yield { start: match.index, end: match.index + match[0].length, text: match[0] };
  }
}

function nextLine(text: string, line: Line): number {
  return nextLineFrom(text, line.end);
}

function nextLineFrom(text: string, end: number): number {
  const lineBreak = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0] ?? '';
  return end + lineBreak.length;
}
