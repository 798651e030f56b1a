import { basename } from 'node:path';
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import { CONFIG_FILES } from '../lint/read-config.ts';
import { readSettings } from './client.ts';
import { pathOf } from './from-lsp.ts';
import { IGNORE_FILE } from './ignore-file.ts';
import type { Service } from './service.ts';

/** Files that decide what is found. */
const DECIDING: readonly string[] = [...CONFIG_FILES, IGNORE_FILE];
/** Files that tell that packages changed: rules have to be loaded afresh. */
const PACKAGES: readonly string[] = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'];

/** Registers what comes from outside of the articles: roots, settings, configuration files. Returns what ends it. */
export function registerWorkspace(service: Service): () => void {
  const { connection, client, roots, settings, values } = service;
  const watching = new Map<string, () => void>();

  function changed(name: string): void {
    if (PACKAGES.includes(name)) for (const lane of [service.fast, service.slow]) lane.restart();
    if (PACKAGES.includes(name) || DECIDING.includes(name)) reload(service);
    else values.changed();
  }

  /** Watches the roots for a client that cannot. */
  function watchRoots(): void {
    if (client.watchesFiles) return;
    for (const [root, stop] of watching) if (!roots.has(root) && watching.delete(root)) stop();
    for (const root of roots) if (!watching.has(root)) watching.set(root, service.watch(root, changed));
  }

  async function readClientSettings(): Promise<void> {
    try {
      settings.current = { ...client.settings, ...readSettings(await connection.workspace.getConfiguration('koetsu')) };
    } catch {
      // A client that fails to answer keeps the settings it had.
    }
  }

  connection.onInitialized(async () => {
    watchRoots();
    if (client.folders) connection.workspace.onDidChangeWorkspaceFolders(onFolders);
    if (client.watchesFiles) {
      const names = [...DECIDING, ...PACKAGES].join(',');
      const watchers = [{ globPattern: `**/{${names}}` }, { globPattern: '**/*.{md,markdown,mdx}' }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (!client.configuration) return;
    await readClientSettings();
    reload(service);
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'koetsu' });
  });
  const onFolders = ({
    added,
    removed,
  }: {
    added: readonly { uri: string }[];
    removed: readonly { uri: string }[];
  }) => {
    for (const { uri } of removed) roots.delete(pathOf(uri) ?? '');
    for (const { uri } of added) roots.add(pathOf(uri) ?? '');
    roots.delete('');
    watchRoots();
    reload(service);
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const name of new Set(changes.map(({ uri }) => basename(pathOf(uri) ?? uri)))) changed(name);
  });
  connection.onDidChangeConfiguration(async ({ settings: given }) => {
    if (client.configuration) await readClientSettings();
    else settings.current = { ...client.settings, ...readSettings(given) };
    reload(service);
  });
  return () => {
    for (const stop of watching.values()) stop();
  };
}

/** Reads all configurations again and analyses the open articles with them. */
function reload({ configs, documents, analyses, connection, client }: Service): void {
  configs.reload();
  for (const { uri } of documents.all()) analyses.touch(uri);
  if (client.pulls) connection.languages.diagnostics.refresh().catch(() => undefined);
  if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}
