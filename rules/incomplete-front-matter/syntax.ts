import type { SyntaxFault } from '../../src/document/front-matter.ts';
import { readYaml } from '../../src/document/read-yaml.ts';
import type { Range } from '../../src/text/range.ts';
import { shorten } from '../quote.ts';
import type { Problem, Suggestion } from '../rule.ts';
import { type Article, fenceOf, problem, quoted, specOf, suggestion } from './article.ts';
import { explain } from './syntax-messages.ts';

/** The first syntax error, explained: the others are mostly its consequences. */
export function* syntaxProblems(article: Article): Generator<Problem> {
  const { errors, format } = article.frontMatter;
  const [fault] = errors;
  if (!fault) return;
  const found =
    format === 'yaml' ? (unclosed(article) ?? slip(fault, article) ?? yamlProblem(fault, article)) : undefined;
  yield found ?? plainProblem(fault, article);
}

interface Line {
  readonly text: string;
  readonly range: Range;
}

const YAML_START = /^(?:\s|$|#|-|[[\]{}"']|[\p{L}_][\p{L}\p{N}_ -]*[:：])/u;

/** Prose behind a blank line: the fence that closes this front matter is a rule in the body. */
function unclosed(article: Article): Problem | undefined {
  const lines = linesOf(article);
  const at = lines.findIndex(({ text }, i) => i > 0 && !YAML_START.test(text) && lines[i - 1]?.text.trim() === '');
  if (at < 0) return undefined;
  const last = lines.slice(0, at).findLast(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  const start = last ? article.document.text.indexOf('\n', last.range[1]) + 1 : 0;
  const insert = suggestion('「---」の行を入れる', 'Insert a line "---"', {
    range: [start, start],
    text: `---${article.document.text[start - 2] === '\r' ? '\r\n' : '\n'}`,
  });
  return problem(
    fenceOf(article),
    'フロントマターが閉じていません。本文の前に「---」の行を入れてください。',
    'The front matter is not closed. Put a line "---" before the body.',
    start > 0 ? { suggestions: [insert] } : {},
  );
}

/** `title：x`, `title:　x`, `title:x`: what stands behind the key is no colon with a space. */
function slip(fault: SyntaxFault, article: Article): Problem | undefined {
  for (const { text, range } of linesOf(article)) {
    if (range[0] > fault.range[1]) return undefined;
    const match = /^(\s*[A-Za-z_][\w-]*)([ \t]*(?:：[\s\u3000]*|:\u3000[\s\u3000]*|:(?=[^\s\u3000/])))/u.exec(text);
    if (!match) continue;
    const start = range[0] + (match[1] ?? '').length;
    const at: Range = [start, start + (match[2] ?? '').length];
    const written = `${(match[1] ?? '').trim()}${match[2]}`;
    const full = /[：\u3000]/u.test(written);
    return problem(
      at,
      full
        ? `「${written}」の区切りが全角です。半角の「: 」にしてください。`
        : `「${written}」の後に空白がありません。半角の「: 」にしてください。`,
      full
        ? `The separator in "${written}" is full-width. Write an ASCII ": ".`
        : `There is no space behind "${written}". Write ": ".`,
      { suggestions: [suggestion('「: 」にする', 'Change it to ": "', { range: at, text: ': ' })] },
    );
  }
  return undefined;
}

function yamlProblem(fault: SyntaxFault, article: Article): Problem {
  const line = linesOf(article).findLast(({ range }) => range[0] <= fault.range[0]);
  const [ja, en] = explain(fault.code);
  const quote = shorten(line?.text ?? '');
  const range = line && line.text.trim() !== '' ? trimmed(line) : fenceOf(article);
  return problem(range, `フロントマターの「${quote}」を${ja}`, `The line "${quote}" of the front matter ${en}`, {
    suggestions: line ? requote(line, article) : [],
  });
}

function plainProblem(fault: SyntaxFault, article: Article): Problem {
  const name = article.frontMatter.format.toUpperCase();
  const text = shorten(fault.message, 80).replace(/(?<![.。])[.。]+$/u, '');
  return problem(
    fault.range,
    `フロントマターを${name}として読めません（${text}）。書き方を直してください。`,
    `The front matter cannot be read as ${name} (${text}). Correct it.`,
  );
}

/** Puts the value of the line in quotation marks, if that alone makes the front matter readable. */
function requote(line: Line, { document, frontMatter, profile }: Article): Suggestion[] {
  const match = /^(\s*([\w-]+):[ \t]+)(\S.*)$/u.exec(line.text.trimEnd());
  // A list that lacks its bracket stays a list; a title that starts with a bracket is none.
  if (!match || (/^[[{]/u.test(match[3] ?? '') && !specOf(match[2] ?? '', profile)?.prose)) return [];
  const start = line.range[0] + (match[1] ?? '').length;
  const value = match[3] ?? '';
  const range: Range = [start, start + value.length];
  const bare = /^"[^"]*$/u.test(value) || /^'[^']*$/u.test(value) ? value.slice(1) : value;
  const inner = /^"(.*)"$/u.exec(bare)?.[1] ?? /^'(.*)'$/u.exec(bare)?.[1] ?? bare;
  const text = inner.includes('"') && !inner.includes("'") ? `'${inner}'` : quoted(inner);
  const [from, to] = frontMatter.contentRange;
  const repaired = document.text.slice(from, start) + text + document.text.slice(range[1], to);
  if (readYaml(repaired, 0).errors.length > 0) return [];
  return [suggestion('値を引用符で囲む', 'Put the value in quotation marks', { range, text })];
}

function linesOf({ document, frontMatter }: Article): Line[] {
  const [from, to] = frontMatter.contentRange;
  const lines: Line[] = [];
  for (let start = from; start < to; ) {
    const newline = document.text.indexOf('\n', start);
    const end = newline < 0 || newline > to ? to : newline;
    lines.push({ text: document.text.slice(start, end).replace(/\r$/u, ''), range: [start, end] });
    start = end + 1;
  }
  return lines;
}

function trimmed({ text, range }: Line): Range {
  const indent = text.length - text.trimStart().length;
  return [range[0] + indent, range[0] + text.trimEnd().length];
}
