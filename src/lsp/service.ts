import { statSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { readArticleFileSync } from '../lint/read-article.ts';
import { type Across, createAcross } from './across.ts';
import type { Analysis } from './analyse.ts';
import { type Analyses, createAnalyses } from './analyses.ts';
import { type ArchiveValues, createArchiveValues } from './archive-values.ts';
import { type Baselines, createBaselines } from './baselines.ts';
import { type Changes, createChanges } from './changes.ts';
import { type Client, type ClientSettings, readClient } from './client.ts';
import type { Clock } from './clock.ts';
import { createConfigReports } from './config-reports.ts';
import { type Configs, createConfigs } from './configs.ts';
import { createDocuments, type Documents } from './documents.ts';
import { pathOf } from './from-lsp.ts';
import { createInForce, type InForce } from './in-force.ts';
import { type Lane, openLane } from './lane.ts';
import { type Encoding, type LineIndex, lineIndexOf } from './line-index.ts';
import { messages } from './messages.ts';
import { createProgress } from './progress.ts';
import { refresh } from './tell.ts';
import type { StartThread } from './thread.ts';
import type { IndexOf } from './to-lsp.ts';
import type { WatchFolder } from './watch.ts';

/** A finding names five other articles at most. */
const KEPT_INDEXES = 64;

/** What the server needs from outside: tests bring their own. */
export interface Deps {
  readonly clock: Clock;
  readonly startThread: StartThread;
  /** Milliseconds that rules may take on one article. */
  readonly timeLimit: number;
  readonly watch: WatchFolder;
}

/** All that the handlers share. */
export interface Service {
  readonly connection: Connection;
  readonly client: Client;
  readonly clock: Clock;
  readonly documents: Documents;
  readonly configs: Configs;
  readonly baselines: Baselines;
  readonly inForce: InForce;
  /** Sets who is told when other files are in force. */
  readonly onInForce: (callback: () => void) => void;
  readonly analyses: Analyses;
  readonly across: Across;
  readonly fast: Lane;
  readonly slow: Lane;
  /** All that nobody waits for: other articles. */
  readonly background: Lane;
  /** Something happened by which more may be found, or less, in articles that are not open. */
  readonly changes: Changes;
  readonly values: ArchiveValues;
  readonly indexOf: IndexOf;
  /** Folders that the editor has open; the list changes. */
  readonly roots: Set<string>;
  /** As the client sets them; they change. */
  readonly settings: { current: ClientSettings };
  readonly watch: Deps['watch'];
  /** Ends the threads. */
  readonly close: () => void;
}

/** Makes the service for a client. Nothing runs before a document is opened but the start of the threads. */
export function createService(
  connection: Connection,
  deps: Deps,
  params: InitializeParams,
  onResult: (analysis: Analysis) => void,
): Service {
  const client = readClient(params);
  const { clock } = deps;
  const lane = { start: deps.startThread, clock, timeLimit: deps.timeLimit };
  const [fast, slow, background] = [openLane(lane), openLane(lane), openLane({ ...lane, background: true })];
  const changes = createChanges();
  const documents = createDocuments(client.encoding);
  const roots = new Set(rootsOf(params));
  const settings = { current: client.settings };
  const baselines = createBaselines(fast);
  const inForce = createInForce();
  let tell = (): void => undefined;
  const report = createConfigReports(connection, () => settings.current.locale ?? 'ja', client.encoding);
  const configs = createConfigs({
    lane: fast,
    baselines,
    roots: () => [...roots],
    settings: () => settings.current,
    onRead: (folder, config, mistakes) => {
      report(folder, mistakes);
      inForce.set(folder, config, mistakes);
      tell();
    },
  });
  const across = createAcross({
    ...{ documents, configs, clock, lane: background },
    always: () => (client.wantsWorkspace && client.pulls ? [...roots].map((root) => join(root, 'article.md')) : []),
    onChanged: (uris) => {
      for (const analysis of uris.flatMap((uri) => analyses.known(uri) ?? [])) onResult(analysis);
      changes.happened();
      refresh(connection, client);
    },
    onProgress: createProgress(connection, client, () => messages[settings.current.locale ?? 'ja'].readingArchive),
  });
  const analyses = createAnalyses({
    ...{ documents, configs, fast, slow, clock },
    across: across.of,
    onResult: (analysis) => {
      onResult(analysis);
      if (analysis.complete) across.touch();
    },
  });
  fast.warm();
  slow.warm();
  return {
    connection,
    client,
    clock,
    documents,
    configs,
    baselines,
    inForce,
    analyses,
    across,
    fast,
    slow,
    background,
    roots,
    settings,
    onInForce: (callback) => {
      tell = callback;
    },
    ...{ changes, values: createArchiveValues() },
    indexOf: createIndexOf(documents, client.encoding),
    watch: deps.watch,
    close: () => {
      across.close();
      for (const each of [fast, slow, background]) each.close();
    },
  };
}

/** The folders of the workspace; of an old client its one root. */
function rootsOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.flatMap(({ uri }) => pathOf(uri) ?? []);
  const root = rootUri ? pathOf(rootUri) : (rootPath ?? undefined);
  return root === undefined ? [] : [root];
}

/** Indexes of texts as the editor holds them, else of files, the last few of which are kept while these do not change. */
function createIndexOf(documents: Documents, encoding: Encoding): IndexOf {
  const kept = new LRUCache<string, { readonly changed: number; readonly index: LineIndex }>({ max: KEPT_INDEXES });
  return (path) => {
    const open = documents.all().find((document) => document.path === path);
    if (open) return open.index;
    const changed = changedAt(path);
    const known = kept.get(path);
    if (changed === undefined || known?.changed === changed) return known?.index;
    const text = readText(path);
    if (text === undefined) return undefined;
    const index = lineIndexOf(text, encoding);
    kept.set(path, { changed, index });
    return index;
  };
}

function changedAt(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

/** The text of an article on disk; undefined if it cannot be read as one. */
export function readText(path: string): string | undefined {
  const decoded = readArticleFileSync(path);
  return 'text' in decoded ? decoded.text : undefined;
}
