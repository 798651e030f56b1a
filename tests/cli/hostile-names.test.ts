import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/report/printable.ts';
import { folderWith } from '../support/folder.ts';
import { cellsOf, nodesIn } from '../support/rendered.ts';
import { only, run } from '../support/run.ts';
import { commandsIn } from '../support/workflow-commands.ts';
import { elementsOf, readXml } from '../support/xml.ts';

/** Names that a file system allows, and that mean something to what reads a report. */
const NAMES = [
  'a\nb.md',
  'a\n::error file=x::y.md',
  '\u001B[31m赤\u001B]0;題\u0007.md',
  '\u009B31m.md',
  '\u202Egnp\u2066.md',
  '"引用\' & <b>.md',
  '%0A%25::warning::.md',
  'a:1:2: error: b.md',
  '<img src=x onerror=alert(1)>.md',
  '[x](javascript:alert(1)) ![y](z) @a #1.md',
  'a,b=c;d|e`f`$g~~h~~.md',
  '\\u0000 ]]> ##[group].md',
  'b\u2028\u2029\uFEFF.md',
];
const FILES = {
  '.textlintrc.json': only({ 'generation-artifacts': true }),
  ...Object.fromEntries(NAMES.map((name) => [name, `# 題\n\n本文です。\n\n---END---\n`])),
};

/** What no terminal and no reader of a log may be given as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be found.
const OBEYED = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/;

const FORMATS = [
  ...['text', 'compact', 'json', 'jsonl', 'github', 'sarif', 'rdjson', 'rdjsonl'],
  ...['junit', 'checkstyle', 'gitlab', 'markdown'],
] as const;
type Format = (typeof FORMATS)[number];

/** The names of files as readers of each format get them, one for each finding. */
const READERS: Readonly<Partial<Record<Format, (report: string, root: string) => readonly string[]>>> = {
  json: (report, root) => JSON.parse(report).map((entry: { filePath: string }) => inside(root, entry.filePath)),
  jsonl: (report, root) => linesOf(report).map((line) => inside(root, JSON.parse(line).filePath)),
  sarif: (report) =>
    JSON.parse(report).runs[0].results.map((result: SarifResult) =>
      decodeURIComponent(result.locations[0]?.physicalLocation.artifactLocation.uri ?? ''),
    ),
  rdjson: (report) => JSON.parse(report).diagnostics.map((one: Rdjson) => one.location.path),
  rdjsonl: (report) => linesOf(report).map((line) => (JSON.parse(line) as Rdjson).location.path),
  checkstyle: (report) => elementsOf(readXml(report), 'file').map(({ attributes }) => attributes.name ?? ''),
  gitlab: (report) => JSON.parse(report).map((one: Rdjson) => one.location.path),
};

interface SarifResult {
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
}

interface Rdjson {
  readonly location: { readonly path: string };
}

function inside(root: string, path: string): string {
  return path.slice(resolve(root).length + 1);
}

function linesOf(report: string): string[] {
  return report.split('\n').filter(Boolean);
}

/** Formats that show what they cannot hold as an escape. */
const SHOWN: Readonly<Partial<Record<Format, (name: string) => string>>> = {
  checkstyle: inXml,
};

function inXml(name: string): string {
  return [...name]
    .map((it) => (it < ' ' && it !== '\n' ? `\\u${it.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}` : it))
    .join('');
}

describe('names that would mean something else', () => {
  it.each(FORMATS)('are harmless in %s, and arrive as they are', async (format) => {
    const root = folderWith(FILES);
    const { code, stdout, stderr } = await run(['check', '-f', format], root);
    expect(code).toBe(1);
    for (const text of [stdout, stderr]) expect(OBEYED.exec(text)).toBeNull();
    const read = READERS[format];
    const expected = NAMES.map(SHOWN[format] ?? ((name) => name));
    if (read) expect([...read(stdout, root)].sort()).toEqual([...expected].sort());
  });

  it('annotate their own file on GitHub, and give no commands', async () => {
    const { stdout } = await run(['check', '-f', 'github'], folderWith(FILES));
    const shown = NAMES.map((name) => name.split('\n').map(printable).join('\n'));
    const named = commandsIn(stdout).flatMap(({ properties }) => properties.file ?? []);
    // GitHub takes ten a step.
    expect(named).toHaveLength(10);
    expect(named.filter((name) => !shown.includes(name))).toEqual([]);
    // The runner looks for the older `##[name]` in lines that are no command.
    expect(linesOf(stdout).filter((line) => !line.startsWith('::') && line.includes('##['))).toEqual([]);
  });

  it('stay on one line of compact, and cells of one table in markdown', async () => {
    const root = folderWith(FILES);
    const compact = linesOf((await run(['check', '-f', 'compact'], root)).stdout);
    expect(compact).toHaveLength(NAMES.length);
    const { stdout } = await run(['check', '-f', 'markdown'], root);
    expect(
      nodesIn(stdout).filter(({ type }) => ['link', 'image', 'linkReference', 'delete'].includes(type)),
    ).toHaveLength(NAMES.length + 1);
    expect(stdout).not.toMatch(/<img|<b>(?!-)/i);
    expect(cellsOf(stdout).length).toBeGreaterThan(NAMES.length);
  });

  it('are shown harmless in mistakes, diffs, baselines and archives', async () => {
    const root = folderWith(FILES);
    for (const argv of [
      ['check', '\u001B[31mnowhere\u202E.md'],
      ['check', '--fix', '--dry-run'],
      ['archive'],
      ['archive', '-f', 'jsonl'],
      ['baseline'],
      ['check', '--config', '\u001B[31m.json'],
      ['check', '-f', '\u001B[31m'],
      ['figures', '\u001B[31m.md'],
      ['explain', '\u001B[31m'],
      ['check', '--\u001B[31m'],
      ['\u001B[31m'],
    ]) {
      const { stdout, stderr } = await run(argv, root);
      for (const text of [stdout, stderr]) expect([argv, OBEYED.exec(text)]).toEqual([argv, null]);
    }
  });
});
