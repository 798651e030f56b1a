import { join } from 'node:path';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { readSettings } from './client.ts';
import { rootOf } from './config-folder.ts';
import { ARTICLE } from './documents.ts';
import { pathOf } from './from-lsp.ts';
import type { Service } from './service.ts';
import { refresh } from './tell.ts';
import { createWatch, type Watch } from './watch.ts';
import { isDeciding, isOfPackages, WATCHED } from './watched-files.ts';

/** Packages are installed file by file: so long after the last one the rules are loaded afresh. */
const INSTALL_PAUSE_MS = 500;

/** Registers what comes from outside of the articles: roots, settings, files that decide what is found. Returns what ends it. */
export function registerWorkspace(service: Service): () => void {
  const { connection, client, clock, settings } = service;
  let stopWaiting = (): void => undefined;
  const watch = createWatch({
    clock,
    watch: service.watch,
    onChanges: (paths) => {
      const all = [...paths];
      for (const path of all) service.baselines.changed(path);
      if (all.some((path) => isOfPackages(path))) {
        stopWaiting();
        stopWaiting = clock.after(INSTALL_PAUSE_MS, () => loadAfresh(service));
      } else if (all.some((path) => isDeciding(path) || service.inForce.has(path))) reload(service);
      if (!all.some((path) => ARTICLE.test(path))) return;
      service.values.changed();
      service.across.look();
      service.changes.happened();
    },
  });
  service.onInForce(() => watch.cover(foldersOf(service)));
  const readClientSettings = async (): Promise<void> => {
    const given = await connection.workspace.getConfiguration('koetsu');
    settings.current = { ...client.settings, ...readSettings(given) };
  };

  connection.onInitialized(async () => {
    watch.cover(foldersOf(service));
    service.across.touch();
    await greet(service, watch, readClientSettings).catch((error) => connection.console.warn(String(error)));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    watch.changed(changes.map(({ uri }) => pathOf(uri) ?? uri));
  });
  connection.onDidChangeConfiguration(async ({ settings: given }) => {
    // A client that fails to answer keeps the settings it had.
    if (client.configuration) await readClientSettings().catch(() => undefined);
    else settings.current = { ...client.settings, ...readSettings(given) };
    reload(service);
  });
  return () => {
    stopWaiting();
    watch.close();
  };
}

/** Tells the client what we want to hear of, and asks for its settings. */
async function greet(service: Service, watch: Watch, readClientSettings: () => Promise<void>): Promise<void> {
  const { connection, client } = service;
  if (client.folders) connection.workspace.onDidChangeWorkspaceFolders((event) => changeRoots(event, service, watch));
  if (client.watchesFiles) {
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  if (!client.configuration) return;
  await readClientSettings();
  reload(service);
  if (client.registersConfiguration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'koetsu' });
}

function changeRoots({ added, removed }: WorkspaceFoldersChangeEvent, service: Service, watch: Watch): void {
  const { roots } = service;
  for (const { uri } of removed) roots.delete(pathOf(uri) ?? '');
  for (const { uri } of added) roots.add(pathOf(uri) ?? '');
  roots.delete('');
  watch.cover(foldersOf(service));
  reload(service);
}

/**
 * Where a file may change what is found, and the client does not see it: the roots, the folders of the files in force, wherever
 * they lie, and where packages are installed. Of these a client that watches files for us sees what lies in the roots.
 */
function foldersOf({ roots, inForce, client }: Service): Set<string> {
  const folders = [...roots, ...inForce.folders()];
  const isSeen = (folder: string): boolean =>
    client.watchesFiles && (roots.has(folder) || rootOf(folder, [...roots]) !== undefined);
  const packages = folders.map((folder) => join(folder, 'node_modules'));
  return new Set([...folders.filter((folder) => !isSeen(folder)), ...packages]);
}

/** Rules are loaded afresh, for packages changed. */
function loadAfresh(service: Service): void {
  for (const lane of [service.fast, service.slow]) lane.restart();
  reload(service);
}

/** Reads all configurations again and analyses the open articles with them. */
export function reload({ configs, documents, analyses, across, changes, connection, client }: Service): void {
  configs.reload();
  for (const { uri } of documents.all()) analyses.touch(uri);
  across.touch();
  changes.happened();
  refresh(connection, client);
}
