import type { Connection, InitializeParams } from 'vscode-languageserver';
import { readArticleFileSync } from '../lint/read-article.ts';
import type { Analysis } from './analyse.ts';
import { type Analyses, createAnalyses } from './analyses.ts';
import { type ArchiveValues, createArchiveValues } from './archive-values.ts';
import { type Baselines, createBaselines } from './baselines.ts';
import { type Client, type ClientSettings, readClient } from './client.ts';
import type { Clock } from './clock.ts';
import { createConfigReports } from './config-reports.ts';
import { type Configs, createConfigs } from './configs.ts';
import { createDocuments, type Documents } from './documents.ts';
import { pathOf } from './from-lsp.ts';
import { createInForce, type InForce } from './in-force.ts';
import { type Lane, openLane } from './lane.ts';
import { lineIndexOf } from './line-index.ts';
import type { StartThread } from './thread.ts';
import type { IndexOf } from './to-lsp.ts';
import type { WatchFolder } from './watch.ts';

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
  readonly fast: Lane;
  readonly slow: Lane;
  readonly values: ArchiveValues;
  readonly indexOf: IndexOf;
  /** Folders that the editor has open; the list changes. */
  readonly roots: Set<string>;
  /** As the client sets them; they change. */
  readonly settings: { current: ClientSettings };
  readonly watch: Deps['watch'];
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
  const [fast, slow] = [openLane(lane), openLane(lane)];
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
  const analyses = createAnalyses({ documents, configs, fast, slow, clock, onResult });
  const indexOf: IndexOf = (path) => {
    const text = readText(path);
    return text === undefined ? undefined : lineIndexOf(text, client.encoding);
  };
  fast.warm();
  slow.warm();
  const { watch } = deps;
  const values = createArchiveValues();
  return {
    connection,
    client,
    clock,
    documents,
    configs,
    baselines,
    inForce,
    onInForce: (callback) => {
      tell = callback;
    },
    analyses,
    fast,
    slow,
    values,
    indexOf,
    roots,
    settings,
    watch,
  };
}

/** The folders of the workspace; of an old client its one root. */
function rootsOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.flatMap(({ uri }) => pathOf(uri) ?? []);
  const root = rootUri ? pathOf(rootUri) : (rootPath ?? undefined);
  return root === undefined ? [] : [root];
}

/** The text of an article on disk; undefined if it cannot be read as one. */
export function readText(path: string): string | undefined {
  const decoded = readArticleFileSync(path);
  return 'text' in decoded ? decoded.text : undefined;
}
