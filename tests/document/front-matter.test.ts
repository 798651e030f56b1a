import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import { dataOf, type Entry, entryOf, mapOf, stringOf } from '../../src/document/front-matter.ts';
import { parseDocument } from '../../src/document/parse-document.ts';

const read = (text: string): Document => parseDocument(text, () => []);
const entriesOf = (text: string): readonly Entry[] => read(text).frontMatter?.entries ?? [];

/** Key and value as they stand in the file, cut out by their ranges. */
function places(text: string): string[] {
  return entriesOf(text).map(({ keyRange, value }) => `${text.slice(...keyRange)} → ${text.slice(...value.range)}`);
}

describe('front matter', () => {
  it.each<[why: string, text: string, expected: string[]]>([
    ['YAML', '---\ntitle: 題 # 注\ndate: 2026-01-05 10:00\n---\n本文', ['title → 題', 'date → 2026-01-05 10:00']],
    ['YAML with CRLF', '---\r\ntitle: "題"\r\ntags: [a, b]\r\n---\r\n', ['title → "題"', 'tags → [a, b]']],
    ['YAML behind a BOM', '\uFEFF---\ntitle: 題\n---\n', ['title → 題']],
    ['a key without value', '---\ntitle:\ntags: a\n---\n', ['title → ', 'tags → a']],
    ['quoted keys', '---\n"title": a\n\'b\': c\n---\n', ['"title" → a', "'b' → c"]],
    ['4-byte characters', '---\ntitle: 𠮷😀\nb: c\n---\n', ['title → 𠮷😀', 'b → c']],
    ['a key given twice', '---\na: 1\na: 2\n---\n', ['a → 1', 'a → 2']],
    ['a list in lines', '---\ntags:\n  - a\n  - b\nb: c\n---\n', ['tags → - a\n  - b', 'b → c']],
    ['a block scalar', '---\na: >\n  b\n  c\nd: e\n---\n', ['a → >\n  b\n  c', 'd → e']],
    ['TOML', '+++\ntitle = "題"\nn = 3\n+++\n本文', ['title → "題"', 'n → 3']],
    ['TOML with CRLF', "+++\r\ntitle = '題'\r\nd = 2026-01-05\r\n+++\r\n", ["title → '題'", 'd → 2026-01-05']],
    ['JSON between semicolons', ';;;\n{"title": "題", "n": 3}\n;;;\n', ['"title" → "題"', '"n" → 3']],
    ['JSON between dashes', '---json\n{"title": "題"}\n---\n', ['"title" → "題"']],
    ['JSON in braces', '{\n  "title": "題",\n  "tags": ["a"]\n}\n\n本文', ['"title" → "題"', '"tags" → ["a"]']],
    ['JSON in braces behind a BOM, with CRLF', '\uFEFF{\r\n  "title": "題"\r\n}\r\n本文', ['"title" → "題"']],
  ])('%s', (_, text, expected) => {
    expect(places(text)).toEqual(expected);
    expect(read(text).frontMatter?.errors).toEqual([]);
  });

  it('spans the fences, and its content what stands between them', () => {
    const text = '\uFEFF---\r\ntitle: a\r\n---\r\n本文';
    const { frontMatter, blocks } = read(text);
    expect(text.slice(...(frontMatter?.range ?? [0, 0]))).toBe('---\r\ntitle: a\r\n---');
    expect(text.slice(...(frontMatter?.contentRange ?? [0, 0]))).toBe('title: a');
    expect(blocks.map((block) => block.visible.text)).toEqual(['本文']);
  });

  it('reads the body behind JSON in braces where it stands', () => {
    const text = '{\n "title": "題"\n}\n\n# 見出し\n';
    const [heading] = read(text).blocks;
    expect(text.slice(...(heading?.range ?? [0, 0]))).toBe('# 見出し');
    expect(read(text).frontMatter?.format).toBe('json');
  });

  it('takes template tags and attributes at the beginning for no JSON', () => {
    for (const text of ['{% include a.html %}\n}\n', '{: .class}\n}\n', '{{< a >}}\n}\n']) {
      expect(read(text).frontMatter).toBeUndefined();
    }
  });

  it.each<[source: string, value: unknown]>([
    ['題', '題'],
    ['"題"', '題'],
    ['3', 3],
    ['0o17', 15],
    ['true', true],
    ['yes', 'yes'],
    ['~', null],
    ['', null],
    ['2026-01-05', '2026-01-05'],
    ['"a\\nb"', 'a\nb'],
    ["'it''s'", "it's"],
    ['.nan', Number.NaN],
    ['[a, [b, 1]]', ['a', ['b', 1]]],
    ['!!str 3', '3'],
  ])('reads %s as YAML 1.2', (source, value) => {
    const [entry] = entriesOf(`---\na: ${source}\n---\n`);
    expect(entry && dataOf(entry.value)).toEqual(value);
  });

  it('maps every character of a quoted value to its place', () => {
    const text = '---\ntitle: "題は「\\"あ\\"」"\n---\n';
    const value = stringOf(read(text).frontMatter, 'title');
    expect(value?.text.text).toBe('題は「"あ"」');
    const at = value?.text.text.indexOf('あ') ?? -1;
    expect(text.slice(...(value?.text.rangeOf(at, at + 1) ?? [0, 0]))).toBe('あ');
  });

  it('finds the last entry of a key that is given twice', () => {
    const { frontMatter } = read('---\na: 1\na: 2\n---\n');
    expect(entryOf(frontMatter, 'a')?.value).toMatchObject({ value: 2 });
    expect(stringOf(frontMatter, 'a')).toBeUndefined();
  });

  it('takes `__proto__`, `constructor` and the like for plain keys', () => {
    const entries = entriesOf('---\n__proto__:\n  polluted: 1\nconstructor: a\nhasOwnProperty: b\n---\n');
    const data = mapOf(entries);
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor', 'hasOwnProperty']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(entryOf(read('---\na: b\n---\n').frontMatter, 'constructor')).toBeUndefined();
  });

  it('joins the rows of an array of TOML tables', () => {
    const entries = entriesOf('+++\n[[a]]\nb = 1\n[[a]]\nb = 2\n[c]\nd = 3\n+++\n');
    expect(JSON.parse(JSON.stringify(mapOf(entries)))).toEqual({ a: [{ b: 1 }, { b: 2 }], c: { d: 3 } });
  });

  it.each([
    ['an alias', 'a: &x [1, 2]\nb: *x', { a: [1, 2], b: [1, 2] }],
    ['an unknown alias', 'b: *x', { b: null }],
  ])('follows %s', (_, yaml, expected) => {
    expect(JSON.parse(JSON.stringify(mapOf(entriesOf(`---\n${yaml}\n---\n`))))).toEqual(expected);
  });

  it.each([
    ['a bomb of aliases', ['a0: &a0 [1, 1]', ...bomb(40)].join('\n')],
    ['an alias of itself', 'a: &a [*a, *a]'],
    ['a map of itself', 'a: &a\n  b: *a\n  c: *a'],
  ])('reads only a part of %s', (_, yaml) => {
    const data = JSON.stringify(mapOf(entriesOf(`---\n${yaml}\n---\n`)));
    expect(data.length).toBeLessThan(100_000);
  });

  it.each<[why: string, text: string, code: string]>([
    ['a quotation mark that is never closed', '---\na: "b\n---\n', 'MISSING_CHAR'],
    ['a list', '---\n- a\n---\n', 'NOT_A_MAPPING'],
    ['prose', '---\nただの文\n---\n', 'NOT_A_MAPPING'],
    ['broken TOML', '+++\na = \n+++\n', 'TOML'],
    // V8 ended the process: a regular expression had to be compiled where the stack was full.
    ['a hundred thousand lists in lists', `---\na: ${'['.repeat(150_000)}\n---\n`, 'TOO_DEEP'],
    ['maps in maps', `---\na: ${'{a: '.repeat(50_000)}\n---\n`, 'TOO_DEEP'],
    ['lists in one line', `---\n${'- '.repeat(50_000)}a\n---\n`, 'TOO_DEEP'],
    ['keys of keys', `---\n${Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}---\n`, 'TOO_DEEP'],
    ['TOML lists in lists', `+++\na = ${'['.repeat(150_000)}\n+++\n`, 'TOML'],
    ['broken JSON', ';;;\n{"a": \n;;;\n', ''],
  ])('tells what is wrong with %s', (_, text, code) => {
    const errors = read(text).frontMatter?.errors ?? [];
    expect(errors.length).toBeGreaterThan(0);
    if (code) expect(errors.map((error) => error.code)).toContain(code);
    for (const { range } of errors) expect(range[1]).toBeLessThanOrEqual(text.length);
  });

  it('reads an empty front matter', () => {
    const { frontMatter } = read('---\n---\n本文');
    expect(frontMatter).toMatchObject({ format: 'yaml', entries: [], errors: [] });
  });

  it.each<[text: string, range: readonly [number, number] | undefined]>([
    ['---\ntitle: a\n\n本文', [0, 3]],
    ['\uFEFF---\r\ntitle: a\r\n\r\n本文', [1, 4]],
    ['+++\ntitle = "a"\n\n本文', [0, 3]],
    ['--- title: a date: b\n本文', [0, 3]],
    ['---\n\n本文', undefined],
    ['---\ntitle: a\n---\n', undefined],
    ['本文\n---\ntitle: a', undefined],
  ])('sees in %j whether a front matter is not closed', (text, range) => {
    const document = read(text);
    expect(document.unclosedFrontMatter).toEqual(range);
    if (range) expect(document.frontMatter).toBeUndefined();
  });
});

function bomb(levels: number): string[] {
  return Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
}
