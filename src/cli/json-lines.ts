import { resolve } from 'node:path';
import type { Source } from '../archive/lint-articles.ts';

/** Articles from lines of `{"path": …, "content": …}`, as they come. A line that is no such thing costs one finding. */
export async function* jsonLineSources(input: AsyncIterable<Uint8Array>, cwd: string): AsyncGenerator<Source> {
  let number = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    if (line.trim() !== '') yield sourceOf(line, number, cwd);
  }
}

function sourceOf(line: string, number: number, cwd: string): Source {
  const record = parse(line);
  if (typeof record?.content !== 'string' || !['string', 'undefined'].includes(typeof record.path)) {
    const reason = {
      ja: `標準入力の${number}行目が {"path": …, "content": …} の形のJSONではありません。`,
      en: `Line ${number} of standard input is not JSON of the form {"path": …, "content": …}.`,
    };
    return { filePath: `<stdin:${number}>`, path: undefined, read: async () => ({ reason }) };
  }
  const { path, content: text } = record;
  const name = typeof path === 'string' && path !== '' ? path : undefined;
  return {
    filePath: name ?? `<stdin:${number}>`,
    path: name === undefined ? undefined : resolve(cwd, name),
    read: async () => ({ text }),
  };
}

function parse(line: string): { readonly path?: unknown; readonly content?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** UTF-16 code units: longer than any article is as a JSON string. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Only LF ends a line: JSON may hold U+2028 as it is, which readline takes for the end of one. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const open: string[] = [];
  let length = 0;
  for await (const chunk of input) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    open.push(first);
    length += first.length;
    // A line that never ends is not kept: what is left of it is no JSON.
    if (length > LONGEST_LINE) open.splice(0, open.length, '…');
    for (const next of rest) {
      yield open.splice(0).join('');
      open.push(next);
      length = next.length;
    }
  }
  yield open.join('') + decoder.decode();
}
