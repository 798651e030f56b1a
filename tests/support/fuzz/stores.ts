import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BlobEntry, type BlobHeader, entriesOf, surveyBlob, writeBlob } from '../../../src/archive/blob.ts';
import { type Kept, openResultCache } from '../../../src/archive/result-cache.ts';
import type { Finding } from '../../../src/lint/finding.ts';
import { damaged } from './damage.ts';
import { must } from './invariants.ts';

const NOW = new Date('2026-11-01T00:00:00Z');

function findingsOn(text: string): Finding[] {
  const range = [0, text.length] as const;
  const edit = { range, text };
  return [
    {
      ruleId: 'koetsu/broken-markup',
      severity: 'warning',
      message: text,
      range,
      related: [{ range, message: text }],
      fix: edit,
      suggestions: [{ message: text, edit }],
      fingerprint: text,
    },
  ];
}

/** The result cache in a folder: gives back what it was given or, after damage to its files, nothing, and can always be filled again. */
export function cacheCheck(folder: string): (text: string) => Promise<void> {
  const cache = openResultCache(folder, NOW);
  let puts = 0;
  return async (text) => {
    // A few keys, so that entries are written anew; the folder stays small.
    const key = createHash('sha256')
      .update(String(puts++ % 40))
      .digest('hex');
    const kept: Kept = { findings: findingsOn(text), facts: undefined };
    const isKept = (found: Kept | undefined): boolean => JSON.stringify(found) === JSON.stringify(kept);
    must(await cache.put(key, kept), () => 'not put');
    must(isKept(await cache.get(key)), () => 'other than what was put');
    const files = filesIn(folder);
    const file = files[text.length % files.length];
    if (file !== undefined) writeFileSync(file, damaged(readFileSync(file), text));
    const found = await cache.get(key);
    must(found === undefined || isKept(found), () => `damaged, but taken: ${JSON.stringify(found)}`);
    must(await cache.put(key, kept), () => 'not put again');
    must(isKept(await cache.get(key)), () => 'the damage stays');
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

const HEADER: BlobHeader = {
  version: '1.0.0',
  config: 'a',
  environment: 'b',
  articles: 'c',
  locale: 'ja',
  day: '2026-11-01',
  shard: { index: 1, count: 1 },
};

/** A blob in a folder: read back as it was written; after damage refused, or read the same. */
export function blobCheck(folder: string): (text: string) => Promise<void> {
  const file = join(folder, 'a.blob');
  return async (text) => {
    const entries = [0, 1].map((index) => ({ index, name: `${index}.md`, text, findings: findingsOn(text) }));
    const writer = writeBlob(file, HEADER);
    for (const entry of entries) await writer.write(entry);
    await writer.end(true);
    const whole = await readBack(file);
    must(JSON.stringify(whole?.entries) === JSON.stringify(entries), () => 'other than what was written');
    writeFileSync(file, damaged(readFileSync(file), text));
    const again = await readBack(file);
    must(again === undefined || JSON.stringify(again) === JSON.stringify(whole), () => 'damaged, but taken');
  };
}

/** A blob whose checksum is right, whatever stands in it: refused, or what it holds has the form of a blob. */
export function forgedBlobCheck(folder: string): (text: string) => Promise<void> {
  const file = join(folder, 'forged.blob');
  return async (text) => {
    const whole = { index: 0, name: 'a.md', text, findings: findingsOn(text) };
    for (const entry of [text, ...forgeries(whole, text)]) {
      writeFileSync(file, forged([JSON.stringify({ kind: 'koetsu-blob', format: 1, ...HEADER }), entry]));
      const read = await readBack(file);
      for (const { name, text: article, findings } of read?.entries ?? []) {
        must(typeof name === 'string' && typeof article === 'string', () => `taken for an entry: ${entry}`);
        for (const { ruleId, message, range } of findings)
          must(
            typeof ruleId + typeof message === 'stringstring' && range[0] <= range[1] && range[1] <= article.length,
            () => `taken for a finding: ${entry}`,
          );
      }
    }
  };
}

/** An entry with something else in the place of one of its values, and without one. */
function forgeries(entry: BlobEntry, text: string): string[] {
  let value: unknown = text;
  try {
    value = JSON.parse(text);
  } catch {
    // A text is something else too.
  }
  const [finding] = entry.findings;
  const keys = Object.keys(entry);
  const ofFinding = Object.keys(finding ?? {});
  const key = keys[text.length % keys.length] ?? '';
  const other = ofFinding[text.length % ofFinding.length] ?? '';
  return [
    { ...entry, [key]: value },
    { ...entry, [key]: undefined },
    { ...entry, findings: [{ ...finding, [other]: value }] },
    { ...entry, findings: [value] },
  ].map((one) => JSON.stringify(one));
}

function forged(lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `${line.replaceAll('\n', ' ')}\n`).join('');
  const checksum = createHash('sha256').update(body).digest('hex');
  return gzipSync(`${body}${JSON.stringify({ entries: lines.length - 1, lasting: true, checksum })}\n`, { level: 1 });
}

async function readBack(file: string) {
  const seen: BlobEntry[] = [];
  const survey = await surveyBlob(file, (entry) => seen.push(entry));
  if ('reason' in survey) {
    must(survey.reason.ja !== '' && survey.reason.en !== '', () => 'an empty reason');
    return undefined;
  }
  const entries: BlobEntry[] = [];
  for await (const entry of entriesOf(survey)) entries.push(entry);
  must(JSON.stringify(entries) === JSON.stringify(seen), () => 'other entries at the second reading');
  return { header: survey.header, entries };
}
