import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../lint/finding.ts';
import { createReading, placeOf, type ReadingOptions } from './archive-reading.ts';
import { carryOver } from './carry-over.ts';
import type { Configs } from './configs.ts';
import type { OpenDocument } from './documents.ts';
import type { ConfigData } from './tasks.ts';

/** Articles are compared when nothing happens for so long. */
const PAUSE_MS = 250;

export interface AcrossOptions extends ReadingOptions {
  readonly configs: Configs;
  /** Told when something else is known, with the open documents that it is about. */
  readonly onChanged: (uris: readonly string[]) => void;
}

/** What the archive that the configuration names (`archive`) tells of the open articles. Nothing waits for it. */
export interface Across {
  /** What is found between a document and others, as it was compared last, moved along with edits since. */
  readonly of: (document: OpenDocument) => readonly Finding[];
  /** What is found in an article that is not open, where all articles are asked for. */
  readonly inFile: (path: string, config: ConfigData) => readonly Finding[];
  /** Open documents are others than they were. */
  readonly touch: () => void;
  /** Articles on disk may be others than they were. */
  readonly look: () => void;
  readonly close: () => void;
}

interface Known {
  readonly document: OpenDocument;
  readonly findings: readonly Finding[];
}

/** Findings by path. */
type ByPath = ReadonlyMap<string, readonly Finding[]>;

/** What a round found: in the open documents by URI; by archive, where all articles are asked for, in these. */
interface Round {
  readonly open: ReadonlyMap<string, Known>;
  readonly closed: ReadonlyMap<string, ByPath>;
}

/** Knows nothing at first; the archive is read when an article of it is opened. */
export function createAcross(options: AcrossOptions): Across {
  const { documents, lane, clock, always, onChanged } = options;
  const archive = createReading(options);
  let known: Round = { open: new Map(), closed: new Map() };
  let stopWaiting = (): void => undefined;
  let running = false;
  let again = false;
  let ended = false;

  function touch(): void {
    stopWaiting();
    if (!ended) stopWaiting = clock.after(PAUSE_MS, () => void work());
  }

  async function work(): Promise<void> {
    again = running;
    if (running) return;
    running = true;
    await round();
    running = false;
    if (again) touch();
  }

  async function round(): Promise<void> {
    const open = new Map<string, Known>();
    const closed = new Map<string, ByPath>();
    for (const config of await archivesIn(options)) {
      if (await archive.read(config)) await compare(config, open, closed);
    }
    const before = known;
    known = { open, closed };
    const isOther = (document: OpenDocument): boolean =>
      !isDeepStrictEqual(findingsIn(document, before), findingsIn(document, known));
    const changed = documents.all().filter(isOther);
    if (changed.length > 0 || !isDeepStrictEqual(before.closed, closed)) onChanged(changed.map(({ uri }) => uri));
  }

  async function compare(config: ConfigData, open: Map<string, Known>, closed: Map<string, ByPath>): Promise<void> {
    const own = await articlesOf(config, options);
    const every = always().length > 0;
    const articles = own.map(({ text, path }) => ({ text, path }));
    const outcome = await lane.run(`across ${config.id}`, { kind: 'across', config, open: articles, every });
    // The thread was another one than that which read the archive.
    if (outcome.kind === 'done' && !outcome.value) archive.forget(config);
    const found: ByPath = (outcome.kind === 'done' ? outcome.value : undefined) ?? new Map();
    for (const document of own) open.set(document.uri, { document, findings: found.get(document.path ?? '') ?? [] });
    if (every) closed.set(placeOf(config), found);
  }

  return {
    of: (document) => findingsIn(document, known),
    inFile: (path, config) => known.closed.get(placeOf(config))?.get(path) ?? [],
    touch,
    look: () => {
      archive.forgetAll();
      touch();
    },
    close: () => {
      ended = true;
      stopWaiting();
    },
  };
}

/** The configurations that name an archive, of the open articles and of those always asked for, each once. */
async function archivesIn({ documents, configs, always }: AcrossOptions): Promise<ConfigData[]> {
  const paths = [...always(), ...documents.all().flatMap(({ path }) => path ?? [])];
  const active = await Promise.all(paths.map((path) => configs.of(path)));
  const named = active
    .flatMap((config) => config?.data ?? [])
    .filter(({ settings: { archive = [] } }) => archive.length > 0);
  return [...new Map(named.map((data) => [data.id, data])).values()];
}

/** The open articles that have a configuration, as they are now. */
async function articlesOf({ id }: ConfigData, { documents, configs }: AcrossOptions): Promise<OpenDocument[]> {
  const all = documents.all().filter(({ path }) => path !== undefined);
  const active = await Promise.all(all.map(({ path }) => configs.of(path)));
  return all.filter(({ path = '' }, i) => active[i]?.data.id === id && !active[i]?.ignores(path));
}

/** What a round found in a document, as far as it holds for the text as it is now. */
function findingsIn(document: OpenDocument, { open }: Round): readonly Finding[] {
  const { document: compared, findings = [] } = open.get(document.uri) ?? {};
  if (!compared || findings.length === 0 || compared === document) return findings;
  return carryOver(findings, compared.text, document.text);
}
