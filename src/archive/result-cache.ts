import { createHash } from 'node:crypto';
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Finding } from '../lint/finding.ts';
import type { Facts } from './facts.ts';

/** What is kept of an article. */
export interface Kept {
  readonly findings: readonly Finding[];
  /** Undefined if the run had no use for them. */
  readonly facts: Facts | undefined;
}

/** Results of articles by key. It may lose what it was given at any time; what it returns is what was put. */
export interface ResultCache {
  readonly get: (key: string) => Promise<Kept | undefined>;
  /** False if it could not be kept. */
  readonly put: (key: string, result: Kept) => Promise<boolean>;
  /** Removes what was not used for long and, oldest first, what is too much; at most once a day. */
  readonly prune: () => Promise<void>;
}

/** How much is kept. */
export interface Bounds {
  readonly bytes: number;
  readonly days: number;
}

const BOUNDS: Bounds = { bytes: 1 << 29, days: 60 };
const DAY = 86_400_000;
/** An entry in use is dated anew after so many days, so that reading does not write each time. */
const REDATE_DAYS = 7;

/**
 * Opens the cache in a folder. The store is cacache, npm's own: entries and contents carry checksums, are written beside and
 * renamed, and need no lock, so that processes share it, a kill leaves it whole and what is damaged is only missed.
 */
export function openResultCache(folder: string, now: Date, bounds: Bounds = BOUNDS): ResultCache {
  return {
    get: (key) => read(folder, key, now).catch(() => undefined),
    put: (key, result) =>
      write(folder, key, result, now).then(
        () => true,
        () => false,
      ),
    prune: () => pruneDaily(folder, now, bounds).catch(() => undefined),
  };
}

/** Loaded when it is used: runs over one article do without. */
async function loadStore(): Promise<typeof import('cacache')> {
  return (await import('cacache')).default;
}

async function read(folder: string, key: string, now: Date): Promise<Kept | undefined> {
  const cacache = await loadStore();
  const info = await cacache.get.info(folder, key);
  if (!info) return undefined;
  try {
    const data = await cacache.get.byDigest(folder, info.integrity, { memoize: false });
    const [ownKey, kept] = JSON.parse(inflateRawSync(data).toString()) as [unknown, Kept];
    // The checksum proves that the content is what was written, the key that it was written for this article.
    if (ownKey !== key) return undefined;
    if (now.getTime() - info.time > REDATE_DAYS * DAY)
      await cacache.index.insert(folder, key, info.integrity, at(now, data.length));
    return kept;
  } catch {
    // Damaged content must go: cacache takes a file that is there for the right one.
    await cacache.rm.content(folder, info.integrity);
    return undefined;
  }
}

async function write(folder: string, key: string, result: Kept, now: Date): Promise<void> {
  const cacache = await loadStore();
  const data = deflateRawSync(JSON.stringify([key, result]), { level: 1 });
  // What is there under the same name may be damaged, and cacache would leave it.
  await cacache.rm.content(folder, `sha1-${createHash('sha1').update(data).digest('base64')}`);
  await cacache.put(folder, key, data, { ...at(now, data.length), algorithms: ['sha1'] });
}

/** Options of an entry; `time` is read by cacache, but missing from its types. */
function at(now: Date, size: number): { readonly size: number; readonly time: number } {
  return { size, time: now.getTime() };
}

async function pruneDaily(folder: string, now: Date, bounds: Bounds): Promise<void> {
  const marker = join(folder, 'pruned');
  const last = await stat(marker).catch(() => undefined);
  if (last && Math.abs(now.getTime() - last.mtimeMs) < DAY) return;
  await writeFile(marker, '');
  await utimes(marker, now, now);
  // A folder without a marker is new, with nothing in it that could be too old.
  if (!last) return;
  const stays = await dropEntries(folder, now, bounds);
  await dropOldFiles(join(folder, 'tmp'), now, new Set());
  await dropOldFiles(join(folder, 'content-v2'), now, stays);
}

type RemoveEntry = (folder: string, key: string, options: { readonly removeFully: boolean }) => Promise<unknown>;

/** Removes entries that are too old or too much; returns the content files of those that stay. */
async function dropEntries(folder: string, now: Date, bounds: Bounds): Promise<ReadonlySet<string>> {
  const cacache = await loadStore();
  /** The third parameter is missing from the types of cacache. */
  const removeEntry: RemoveEntry = cacache.rm.entry;
  const stays = new Set<string>();
  const newestFirst = Object.values(await cacache.ls(folder)).sort((a, b) => b.time - a.time);
  let bytes = 0;
  for (const { key, integrity, time, size = 0, path } of newestFirst) {
    bytes += size;
    if (bytes <= bounds.bytes && now.getTime() - time <= bounds.days * DAY) stays.add(path);
    else {
      await removeEntry(folder, key, { removeFully: true });
      await cacache.rm.content(folder, integrity);
    }
  }
  return stays;
}

/** Removes files over a day old that nothing refers to: what killed processes left behind. */
async function dropOldFiles(folder: string, now: Date, stays: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || stays.has(path)) continue;
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs > DAY) await rm(path, { force: true });
  }
}
