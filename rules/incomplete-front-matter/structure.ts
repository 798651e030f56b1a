import type { Document } from '../../src/document/document.ts';
import type { Range } from '../../src/text/range.ts';
import type { Problem } from '../rule.ts';
import { problem, suggestion } from './article.ts';
import type { Options } from './options.ts';
import { baseName, DATED_NAME, type SiteGuess } from './site.ts';

/** Keys that only front matter has; two of them at the start of a file are front matter without fences. */
const TELLING =
  /^(?:title|date|layout|tags|categories|author|description|excerpt|published|draft|emoji|type|topics|slug|image|lastmod|pubDate|publishDate|permalink)$/u;
const KEY_LINE = /^["']?([A-Za-z_][\w-]*)["']?[ \t]*:(?:[ \t]|$)/u;
const YAML_LINE = /^(?:\s|$|#|-[ \t]|[[\]{}]|["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*:(?:[ \t]|$))/u;
const FENCE = /^(?:---|\+\+\+)[ \t]*$/u;
const ALMOST_FENCE = /^[ \t]*(?:[-‐-―−─ー]{2,10}|={3,10}|~{3,10})[ \t]*$/u;
/** Pages about a repository: no articles, wherever they lie. */
const NO_ARTICLE =
  /^(?:readme|changelog|contributing|license|code_of_conduct|summary|security|agents|claude|todo)(?:[._-].*)?$/iu;
/** Front matter is looked for in this many lines. */
const LINES = 60;

interface Line {
  readonly text: string;
  readonly start: number;
}

/** A BOM before the front matter: Jekyll's documentation warns of it, and other tools see no front matter behind it. */
export function* bomProblem({ text, frontMatter, unclosedFrontMatter }: Document): Generator<Problem> {
  if (!text.startsWith('\uFEFF') || !(frontMatter ?? unclosedFrontMatter)) return;
  yield problem(
    [0, 1],
    'フロントマターの前にBOMがあります。BOMなしのUTF-8で保存してください。',
    'A byte order mark stands before the front matter. Save the file as UTF-8 without BOM.',
    { severity: 'warning', fix: { range: [0, 1], text: '' } },
  );
}

/** What an article without readable front matter lacks: a fence, the first line, or all of it. */
export function* structureProblems(document: Document, options: Options, guess: SiteGuess): Generator<Problem> {
  const lines = linesOf(document.text);
  const found =
    collapsed(lines) ??
    unclosed(document, lines) ??
    late(document, lines) ??
    unfenced(document, lines) ??
    absent(document, options, guess);
  if (found) yield found;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (lines.length < LINES && start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    // A line of a file that is collapsed into one may be very long; its start is enough.
    lines.push({ text: text.slice(start, Math.min(end, start + 300)).trimEnd(), start });
    start = end + 1;
  }
  return lines;
}

/** `--- layout: post title: … date: … --- 本文…`: all line breaks are lost. */
function collapsed(lines: readonly Line[]): Problem | undefined {
  const line = lines.find(({ text }) => text !== '');
  const opening = /^\s*(?:`{3}\w*\s+)?((?:---|\+\+\+)\s+)?[a-z_]+:\s/iu.exec(line?.text ?? '');
  if (!line || !opening) return undefined;
  const names = Array.from(line.text.matchAll(/(?:^|\s)([a-z_]+):\s/giu), (match) => match[1] ?? '');
  const telling = new Set(names.filter((name) => TELLING.test(name)));
  if (telling.size < (opening[1] ? 1 : 3)) return undefined;
  return problem(
    [line.start, line.start + (opening[1] ? 3 : Math.min(line.text.length, 30))],
    'フロントマターが1行につぶれています。「---」とキーを1行ずつに分けてください。',
    'The front matter is collapsed into one line. Put the fences and every key on lines of their own.',
  );
}

function unclosed(document: Document, lines: readonly Line[]): Problem | undefined {
  const fence = document.unclosedFrontMatter;
  if (!fence) return undefined;
  const first = lines[0]?.text ?? '';
  const mark = first.slice(0, 3);
  const body = lines.findIndex(({ text }, i) => i > 0 && !YAML_LINE.test(text));
  const end = body < 0 ? undefined : lastKeyLine(lines.slice(0, body));
  return problem(
    fence,
    `フロントマターが閉じていません。本文の前に「${mark}」の行を入れてください。`,
    `The front matter is not closed. Put a line "${mark}" before the body.`,
    end
      ? {
          suggestions: [suggestion(`「${mark}」の行を入れる`, `Insert a line "${mark}"`, closing(end, mark, document))],
        }
      : {},
  );
}

function lastKeyLine(lines: readonly Line[]): Line | undefined {
  return lines.findLast(({ text }, i) => i > 0 && text !== '' && !text.startsWith('#'));
}

function closing(line: Line, mark: string, { text }: Document): { readonly range: Range; readonly text: string } {
  const newline = text.indexOf('\n', line.start);
  const at = newline < 0 ? text.length : newline + 1;
  return {
    range: [at, at],
    text: newline < 0 ? `\n${mark}\n` : `${mark}${text[newline - 1] === '\r' ? '\r\n' : '\n'}`,
  };
}

/** Front matter behind blank lines, a comment or other text: no site reads it. */
function late(document: Document, lines: readonly Line[]): Problem | undefined {
  const at = lines.findIndex(({ text }, i) => FENCE.test(text.trimStart()) && keysFrom(lines, i + 1).closed);
  const fence = lines[at];
  if (!fence || lines.slice(0, at).filter(({ text }) => text !== '').length > 5) return undefined;
  const indent = fence.text.length - fence.text.trimStart().length;
  const before: Range = [lines[0]?.start ?? 0, fence.start + indent];
  const blank = document.text.slice(...before).trim() === '';
  return problem(
    [fence.start + indent, fence.start + fence.text.length],
    `フロントマターの「${fence.text.trim()}」が1行目の行頭にありません。前にある${blank ? '空白や空行を消してください' : '文字を後ろに移してください'}。`,
    `The fence "${fence.text.trim()}" of the front matter is not at the start of line 1. ${blank ? 'Remove the white space' : 'Move the text'} before it.`,
    blank && before[1] > before[0] ? { fix: { range: before, text: '' } } : {},
  );
}

/** Keys that stand at the start without a fence, or below something that only looks like one. */
function unfenced(document: Document, lines: readonly Line[]): Problem | undefined {
  const at = lines.findIndex(({ text }) => text !== '');
  const line = lines[at];
  if (!line) return undefined;
  const almost = ALMOST_FENCE.test(line.text) && !FENCE.test(line.text);
  if (keysFrom(lines, almost ? at + 1 : at).telling < 2) return undefined;
  const range: Range = [line.start, line.start + line.text.length];
  if (almost) {
    return problem(
      range,
      `「${line.text.trim()}」はフロントマターの区切りになりません。「---」にしてください。`,
      `"${line.text.trim()}" does not open front matter. Write "---".`,
      { suggestions: [suggestion('「---」にする', 'Change it to "---"', { range, text: '---' })] },
    );
  }
  return problem(
    range,
    'フロントマターの前に「---」の行がありません。1行目に「---」を入れてください。',
    'The front matter has no line "---" before it. Put one on line 1.',
    {
      suggestions: [
        suggestion('「---」の行を入れる', 'Insert a line "---"', {
          range: [document.text.startsWith('\uFEFF') ? 1 : 0, line.start],
          text: '---\n',
        }),
      ],
    },
  );
}

/** Counts telling keys from a line on; `closed` if a fence ends them and nothing else stands between. */
function keysFrom(lines: readonly Line[], from: number): { readonly telling: number; readonly closed: boolean } {
  const keys = new Set<string>();
  for (const { text } of lines.slice(from)) {
    const line = text.trimStart();
    if (FENCE.test(line)) return { telling: keys.size, closed: keys.size > 0 };
    const key = KEY_LINE.exec(line)?.[1] ?? /^([A-Za-z_][\w-]*)[ \t]*=[ \t]/u.exec(line)?.[1];
    if (key !== undefined && TELLING.test(key)) keys.add(key);
    if (key === undefined && (text === '' || !YAML_LINE.test(text))) break;
  }
  return { telling: keys.size, closed: false };
}

function absent(document: Document, options: Options, { profile, by }: SiteGuess): Problem | undefined {
  const name = baseName(document);
  if (NO_ARTICLE.test(name) || document.text.trimStart().startsWith('{')) return undefined;
  const demanded = options.required.length > 0 || Object.keys(options.schema).length > 0;
  const dated = DATED_NAME.test(name);
  const certain = by === 'path' || (by === 'option' && profile.frontMatter === 'always') || demanded;
  const start = document.text.search(/[^\s\uFEFF]/u);
  if (start < 0 || !(certain || dated)) return undefined;
  const line = /^[^\r\n]{1,80}/u.exec(document.text.slice(start, start + 80))?.[0] ?? '';
  return problem(
    [start, start + Math.max(1, line.trimEnd().length)],
    'フロントマターがありません。1行目から「---」で囲んで、titleなどを書いてください。',
    'There is no front matter. Start the file with title and the like between lines of "---".',
    certain ? {} : { severity: 'warning' },
  );
}
