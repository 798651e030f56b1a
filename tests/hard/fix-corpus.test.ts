import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { writeInto } from '../support/folder.ts';
import { type Change, lostBlocks, yamlKeys } from '../support/markdown-tree.ts';
import { PART, record, sharedFolder } from '../support/reliability.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');
/** Every so many articles are also tried with a BOM, CRLF and without their last line end. */
const VARIED = 25;
/** The second run takes what it knows from the cache, but lints every so many-th article anew. */
const UNCACHED = 5;
/** Fixes that make room for others come to an end sooner. */
const MOST_ROUNDS = 12;

interface Message {
  readonly ruleId: string;
  readonly fix?: Change;
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly Message[];
}

const corpus = sharedFolder('corpus');

beforeAll(buildOnce);

/** A run of koetsu on a folder; the report by path below it. */
function check(root: string, paths: readonly string[], ...options: readonly string[]): Map<string, readonly Message[]> {
  const report = join(root, 'report.json');
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'check', ...paths, '-f', `json=${report}`, ...options], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, KOETSU_CACHE: join(root, '.cache') },
  });
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).not.toBe(2);
  const results = JSON.parse(readFileSync(report, 'utf8')) as Result[];
  return new Map(results.map(({ filePath, messages }) => [relative(root, filePath), messages]));
}

/** The articles of a folder by relative path, as they are on disk. */
function textsIn(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

function articlesIn(root: string): void {
  for (const [i, [name, text]] of [...(corpus ? textsIn(corpus) : [])].entries())
    if (i % PART === 0) writeInto(root, { [`corpus/${name}`]: text });
  cpSync(join(ROOT, 'examples'), join(root, 'examples'), { recursive: true });
  mkdirSync(join(root, 'varied'));
  for (const [i, text] of [...textsIn(root).values()].entries()) {
    if (corpus && i % VARIED !== 0) continue;
    writeFileSync(join(root, `varied/${i}-bom.md`), `\uFEFF${text}`);
    writeFileSync(join(root, `varied/${i}-crlf.md`), text.replaceAll(/\r?\n/g, '\r\n'));
    writeFileSync(join(root, `varied/${i}-open.md`), text.trimEnd());
  }
  writeFileSync(join(root, '.textlintrc.json'), JSON.stringify({ koetsu: { timezone: 'Asia/Tokyo' } }));
}

/** The fixes that one pass takes: of those that touch one another the first. Written again here, from what README.md says. */
function firstOf(messages: readonly Message[]): Change[] {
  const fixes = messages.flatMap(({ fix }) => fix ?? []);
  const chosen: Change[] = [];
  for (const fix of fixes.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]))
    if (chosen.every(({ range }) => range[1] < fix.range[0])) chosen.push(fix);
  return chosen;
}

function apply(text: string, changes: readonly Change[]): string {
  return changes.reduceRight((now, { range, text: put }) => now.slice(0, range[0]) + put + now.slice(range[1]), text);
}

describe('--fix over all articles', () => {
  const root = mkdtempSync(join(tmpdir(), 'koetsu-fix-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  articlesIn(root);
  const before = textsIn(root);
  const problems: string[] = [];
  let applied = 0;
  let leftOut = 0;
  let rounds = 0;

  it('changes what the findings say, round by round, and nothing else', () => {
    check(root, ['.'], '--fix');
    const after = textsIn(root);
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before].filter(([name, text]) => after.get(name) !== text).length;
    for (const [name, text] of before) writeFileSync(join(root, name), text);
    // All articles in the first round: of those that did not change, none may have had a fix.
    let names = ['.'];
    for (rounds = 0; names.length > 0; rounds++) {
      expect(rounds, `still to fix: ${names.slice(0, 3)}`).toBeLessThan(MOST_ROUNDS);
      names = [...check(root, names)].flatMap(([name, messages]) => (replay(name, messages) ? [name] : []));
    }
    const other = [...textsIn(root)].filter(([name, text]) => text !== after.get(name)).map(([name]) => name);
    expect(other, '--fix wrote another text than the findings say').toEqual([]);
    expect(problems).toEqual([]);
    expect(changed).toBeGreaterThan(corpus ? 500 / PART : 0);
    record('fix-corpus', {
      articles: before.size,
      articlesFixed: changed,
      fixesApplied: applied,
      harmfulFixesLeftOut: leftOut,
      rounds,
    });
  });

  /** Makes the changes of one round in a file; false if there are none. */
  function replay(name: string, messages: readonly Message[]): boolean {
    const text = readFileSync(join(root, name), 'utf8');
    const all = firstOf(messages);
    const harmless = lostBy(text, all).length === 0;
    const changes = harmless ? all : all.filter((change) => lostBy(text, [change]).length === 0);
    leftOut += all.length - changes.length;
    applied += changes.length;
    const now = apply(text, changes);
    const lost = harmless ? [] : lostBy(text, changes);
    const broken = damage({ before: text, after: now, changes, messages, lost });
    problems.push(...broken.map((line) => `${name}: ${line}`));
    if (now === text) return false;
    writeFileSync(join(root, name), now);
    return true;
  }

  it('changes nothing the second time, not even the time of a file', () => {
    const once = textsIn(root);
    const names = [...once].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
    const time = new Date('2020-01-02T03:04:05Z');
    for (const name of names) utimesSync(join(root, name), time, time);
    check(root, ['.'], '--fix');
    check(
      root,
      names.filter((_, i) => i % UNCACHED === 0),
      '--fix',
      '--no-cache',
    );
    expect(textsIn(root)).toEqual(once);
    expect(names.filter((name) => statSync(join(root, name)).mtimeMs !== time.getTime())).toEqual([]);
  });
});

/** The Markdown that changes make something else of without touching it. */
function lostBy(text: string, changes: readonly Change[]): readonly string[] {
  return changes.length > 0 ? lostBlocks(text, apply(text, changes), changes) : [];
}

/** One round of fixes on an article. */
interface Round {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly Change[];
  readonly messages: readonly Message[];
  readonly lost: readonly string[];
}

/** What a round has broken. */
function damage({ before, after, changes, messages, lost }: Round): string[] {
  if (before === after) return [];
  const found: string[] = [];
  const says = (ruleId: RegExp): boolean => messages.some((message) => message.fix && ruleId.test(message.ruleId));
  const [keys, left] = [yamlKeys(before), yamlKeys(after)];
  if (keys && JSON.stringify(keys) !== JSON.stringify(left)) found.push(`front matter: ${keys} became ${left}`);
  for (const block of lost) found.push(`not touched, but other Markdown now: ${block}`);
  if (before.startsWith('\uFEFF') && !after.startsWith('\uFEFF') && !says(/incomplete-front-matter/))
    found.push('the BOM is gone');
  const atEnd = changes.some(({ range }) => range[1] >= before.trimEnd().length);
  if (after !== '' && /\n$/.test(before) !== /\n$/.test(after) && !(atEnd && /\n$/.test(after)))
    found.push('the last line end');
  if (!/(?<!\r)\n/.test(before) && /(?<!\r)\n/.test(after)) found.push('LF among CRLF');
  if (/\p{Surrogate}/u.test(after)) found.push('half a character');
  return found;
}
