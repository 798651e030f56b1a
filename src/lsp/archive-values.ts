import { open, stat } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { dataOf } from '../document/front-matter.ts';
import { parseDocument } from '../document/parse-document.ts';
import { articlePaths } from './article-paths.ts';
import type { UsedValues } from './front-matter-help.ts';
import type { ConfigData } from './tasks.ts';

const KEYS = ['tags', 'categories', 'category', 'author', 'authors', 'topics', 'keywords', 'series', 'layout', 'type'];
/** No front matter is longer; only this much of each file is read. */
const HEAD_BYTES = 16_384;
/** Files that are read before others have their turn. */
const AT_ONCE = 16;

type Values = readonly (readonly [key: string, value: string])[];

/** The front matter values that an archive uses. */
export interface ArchiveValues {
  /** Reads what is new or changed since it was asked last. Never rejects. */
  readonly of: (config: ConfigData) => Promise<UsedValues>;
  /** Files may have changed. */
  readonly changed: () => void;
}

/** An index that is built when it is first asked for. */
export function createArchiveValues(): ArchiveValues {
  const files = new Map<string, { readonly changed: number; readonly values: Values }>();
  const indexes = new Map<string, Promise<UsedValues>>();

  async function valuesOf(path: string): Promise<Values> {
    try {
      const { mtimeMs } = await stat(path);
      const known = files.get(path);
      if (known?.changed === mtimeMs) return known.values;
      const values = valuesIn(await readHead(path));
      files.set(path, { changed: mtimeMs, values });
      return values;
    } catch {
      return [];
    }
  }

  async function build(config: ConfigData): Promise<UsedValues> {
    const paths = await articlePaths(config);
    const index = new Map<string, Map<string, number>>();
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const found = await Promise.all(paths.slice(at, at + AT_ONCE).map(valuesOf));
      for (const [key, value] of found.flat()) {
        const counts = index.get(key) ?? new Map<string, number>();
        index.set(key, counts.set(value, (counts.get(value) ?? 0) + 1));
      }
      await turn();
    }
    return index;
  }

  return {
    of: (config) => {
      const key = `${config.root} ${(config.settings.archive ?? []).join(' ')}`;
      const known = indexes.get(key) ?? build(config);
      indexes.set(key, known);
      return known;
    },
    changed: () => indexes.clear(),
  };
}

async function readHead(path: string): Promise<string> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The values of the keys that are completed. Text behind the front matter is not parsed. */
function valuesIn(head: string): Values {
  const text = head.replace(/^\uFEFF/, '');
  const closed = /^(---|\+\+\+)[^\n]*\n(?:[^\n]*\n)*?\1[ \t]*(?=\r?\n|$)/.exec(text)?.[0];
  if (closed === undefined) return [];
  const entries = parseDocument(closed, () => []).frontMatter?.entries ?? [];
  return entries
    .filter(({ key }) => KEYS.includes(key))
    .flatMap(({ key, value }) => textsIn(dataOf(value)).map((text) => [key, text] as const));
}

function textsIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap((item) => (typeof item === 'string' ? textsIn(item) : []));
  return typeof data === 'string' && data.trim() !== '' ? [data.trim()] : [];
}
