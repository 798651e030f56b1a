import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { articleTest } from '../archive/article-files.ts';
import { checkAcross } from '../archive/check-across.ts';
import { environmentHash } from '../archive/environment.ts';
import { type Facts, factsOf } from '../archive/facts.ts';
import { openResultCache } from '../archive/result-cache.ts';
import { parseDocument } from '../document/parse-document.ts';
import type { Finding } from '../lint/finding.ts';
import type { Article } from '../lint/lint-text.ts';
import { readArticleFile, sizeFault } from '../lint/read-article.ts';
import type { Tokenize } from '../text/morphemes.ts';
import { placeOf } from './archive-reading.ts';
import { articlePaths } from './article-paths.ts';
import type { ConfigData } from './tasks.ts';

/** Facts take 31 KB of memory an article (measured on 1,262 posts): 150 MB at most. Larger archives are for `koetsu archive`. */
const MOST_ARTICLES = 5000;
/** Archives whose facts are kept, those asked for last. */
const MOST_ARCHIVES = 2;
/** So long facts are taken before others have their turn. */
const TURN_MS = 200;
/** A twentieth of it is enough for 5,000 articles. */
const CACHE_BOUNDS = { bytes: 1 << 28, days: 60 };

/** How far the articles of an archive have been read. */
export interface Taken {
  readonly left: number;
  readonly all: number;
  /** True: nothing is compared. */
  readonly tooMany: boolean;
}

/** The facts of the articles of archives, as they are on disk. */
export interface ArchiveIndex {
  /** Reads articles for a moment; `anew`: looks first which ones came, went or changed. */
  readonly take: (config: ConfigData, anew: boolean) => Promise<Taken>;
  /** Findings across articles by path, open ones with the text of the editor; undefined until all articles have been read. */
  readonly across: (
    config: ConfigData,
    open: readonly Article[],
  ) => ReadonlyMap<string, readonly Finding[]> | undefined;
}

interface Archive {
  /** Undefined facts: the file cannot be read as an article. */
  readonly held: Map<string, { readonly state: string | undefined; readonly facts: Facts | undefined }>;
  /** What has to be looked at. */
  readonly queue: string[];
  /** Number of articles. */
  readonly all: number;
  readonly tooMany: boolean;
  /** The open articles as they were compared last. */
  open: ReadonlyMap<string, { readonly text: string; readonly facts: Facts }>;
}

/** An empty index. Facts are kept in the cache folder for the next start; without a folder they are not. */
export function createArchiveIndex(tokenize: Tokenize, cacheDirectory: string | undefined): ArchiveIndex {
  const archives = new Map<string, Archive>();
  let reader: FactsReader | undefined;

  function factsIn(article: Article): Promise<Facts> {
    reader ??= factsReader(tokenize, cacheDirectory);
    return reader(article);
  }

  function keep(place: string, archive: Archive): void {
    archives.delete(place);
    archives.set(place, archive);
    const [oldest] = archives.size > MOST_ARCHIVES ? archives.keys() : [];
    if (oldest !== undefined) archives.delete(oldest);
  }

  return {
    take: async (config, anew) => {
      const place = placeOf(config);
      const known = archives.get(place);
      const archive = known && !anew ? known : await lookAgain(config, known);
      keep(place, archive);
      const { queue, all, tooMany } = archive;
      const end = performance.now() + TURN_MS;
      while (queue.length > 0 && performance.now() < end) await takeOne(queue.pop() ?? '', archive, factsIn);
      return { left: queue.length, all, tooMany };
    },
    across: (config, open) => {
      const archive = archives.get(placeOf(config));
      if (!archive || archive.queue.length > 0) return undefined;
      if (archive.tooMany) return new Map();
      archive.open = openFacts(open, config, archive, tokenize);
      const facts = new Map([...archive.held].flatMap(([path, held]) => (held.facts ? [[path, held.facts]] : [])));
      for (const [path, known] of archive.open) facts.set(path, known.facts);
      return checkAcross(
        Array.from(facts, ([filePath, its]) => ({ filePath, facts: its })),
        config,
      );
    },
  };
}

async function lookAgain(config: ConfigData, known: Archive | undefined): Promise<Archive> {
  const paths = await articlePaths(config);
  const tooMany = paths.length > MOST_ARTICLES;
  const here = new Set(tooMany ? [] : paths);
  const held = new Map([...(known?.held ?? [])].filter(([path]) => here.has(path)));
  return { held, queue: [...here].toReversed(), all: paths.length, tooMany, open: known?.open ?? new Map() };
}

async function takeOne(path: string, { held }: Archive, factsIn: FactsReader): Promise<void> {
  const state = await stat(path).then(
    ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
    () => undefined,
  );
  if (held.has(path) && held.get(path)?.state === state) return;
  const decoded = await readArticleFile(path);
  const text = 'text' in decoded && !sizeFault(decoded.text) ? decoded.text : undefined;
  held.set(path, { state, facts: text === undefined ? undefined : await factsIn({ text, path }) });
}

function openFacts(
  open: readonly Article[],
  config: ConfigData,
  archive: Archive,
  tokenize: Tokenize,
): Archive['open'] {
  const isMember = articleTest(config.settings.archive ?? [], config.root);
  const members = open.flatMap(({ path, text }) =>
    path !== undefined && isMember(path) && !sizeFault(text) ? [{ path, text }] : [],
  );
  return new Map(
    members.map(({ path, text }) => {
      const known = archive.open.get(path);
      return [path, known?.text === text ? known : { text, facts: factsOf(parseDocument(text, tokenize, path)) }];
    }),
  );
}

type FactsReader = (article: Article) => Promise<Facts>;

/** Takes facts from the cache or the text; they depend on text, path and koetsu itself alone. */
function factsReader(tokenize: Tokenize, cacheDirectory: string | undefined): FactsReader {
  const read = ({ text, path }: Article): Facts => factsOf(parseDocument(text, tokenize, path));
  if (cacheDirectory === undefined) return async (article) => read(article);
  const environment = environmentHash({ root: cacheDirectory, data: {}, settings: {} });
  const cache = openResultCache(join(cacheDirectory, 'facts'), new Date(), CACHE_BOUNDS);
  void cache.prune();
  return async (article) => {
    const key = createHash('sha256').update(`${environment} ${article.path}\0`).update(article.text, 'utf16le');
    const digest = key.digest('hex');
    const known = (await cache.get(digest))?.facts;
    if (known) return known;
    const facts = read(article);
    await cache.put(digest, { findings: [], facts });
    return facts;
  };
}
