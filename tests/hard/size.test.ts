import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce, ROOT } from '../support/built.ts';
import { folderWith } from '../support/folder.ts';
import { PART, record } from '../support/reliability.ts';
import { only } from '../support/run.ts';

const BIN = join(ROOT, 'dist/src/cli/bin.js');
const ARTICLES = Math.ceil(10_000 / PART);
const LARGEST = PART > 1 ? 1 << 20 : 4 << 20;
/** Bytes; far below what all articles and their findings take. */
const MOST_MEMORY = 1.5 * 2 ** 30;

/** Writes the peak of the memory of the process when it ends. */
const METER = `
  if (require('node:worker_threads').isMainThread)
    process.on('exit', () => require('node:fs').writeFileSync(process.env.METER, String(process.resourceUsage().maxRSS * 1024)));
`;

const WORDS = ['校閲', '記事', '編集部', '市場', '調査', '企業', '読者', '製品', '技術', '人材', '都市', '教育'];
/** The same numbers on every machine (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sentence(next: () => number): string {
  const word = (): string => WORDS[Math.floor(next() * WORDS.length)] ?? '';
  return `${word()}の${word()}は、前年より${Math.floor(next() * 90) + 1}%増えて${Math.floor(next() * 9000)}社の${word()}と${word()}に広がりました。`;
}

function article(number: number, bytes: number): string {
  const next = random(number);
  const parts = [`---\ntitle: ${WORDS[number % 12]}の話${number}\ndate: 2025-01-01\nreading_time: 99\n---\n\n`];
  for (let size = 0, i = 0; size < bytes; i++) {
    const part = i % 12 === 0 ? `## ${WORDS[i % 7]}の章${i}\n\n` : `${sentence(next)}${sentence(next)}\n\n`;
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('');
}

function run(root: string, argv: readonly string[]) {
  writeFileSync(join(root, 'meter.cjs'), METER);
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      KOETSU_CACHE: join(root, '.cache'),
      METER: join(root, 'peak'),
      NODE_OPTIONS: `--require ${join(root, 'meter.cjs')}`,
    },
  });
  return { status, stderr, peakBytes: Number(readFileSync(join(root, 'peak'), 'utf8')) };
}

describe('size', () => {
  beforeAll(buildOnce);

  it('one article of megabytes is checked and fixed', () => {
    const root = folderWith({
      '.textlintrc.json': only({
        'reading-time-mismatch': true,
        'duplicated-passages': true,
        'broken-sentences': true,
        'contradictory-figures': true,
        'broken-markup': true,
      }),
    });
    writeFileSync(join(root, 'long.md'), article(1, LARGEST));
    const { size } = statSync(join(root, 'long.md'));
    const { status, stderr, peakBytes } = run(root, [
      'check',
      '--fix',
      '--time-limit',
      '800',
      '-f',
      'json=out.json',
      'long.md',
    ]);
    expect([status, stderr]).toEqual([expect.any(Number), expect.not.stringContaining('    at ')]);
    expect(readFileSync(join(root, 'out.json'), 'utf8')).not.toContain('internal-error');
    expect(readFileSync(join(root, 'long.md'), 'utf8')).not.toContain('reading_time: 99');
    record('size-file', { largestFileBytes: size, peakMemoryBytes: peakBytes });
  });

  it('an archive of many articles is checked in memory that does not grow with them', () => {
    const root = folderWith({
      '.textlintrc.json': only({
        'reading-time-mismatch': true,
        'generation-artifacts': true,
        'contradictory-figures': true,
      }),
    });
    mkdirSync(join(root, 'posts'));
    let bytes = 0;
    for (let i = 0; i < ARTICLES; i++) {
      const text = article(i, 2000);
      bytes += Buffer.byteLength(text);
      writeFileSync(join(root, `posts/${i}.md`), text);
    }
    const { status, peakBytes } = run(root, ['archive', '--report', 'report.html', '-f', 'jsonl=out.jsonl']);
    expect(status).toBe(1);
    const lines = readFileSync(join(root, 'out.jsonl'), 'utf8').split('\n').filter(Boolean);
    expect(lines.length).toBe(ARTICLES);
    expect(lines.filter((line) => line.includes('internal-error'))).toEqual([]);
    expect(peakBytes).toBeLessThan(MOST_MEMORY);
    record('size-archive', { articles: ARTICLES, bytes, peakMemoryBytes: peakBytes });
  });
});
