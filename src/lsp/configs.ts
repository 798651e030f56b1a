import { dirname, resolve, sep } from 'node:path';
import type { Mistake } from '../lint/mistake.ts';
import { findConfigFile } from '../lint/read-config.ts';
import type { ClientSettings } from './client.ts';
import { ignoredBy } from './ignore-file.ts';
import type { Lane } from './lane.ts';
import type { ConfigData } from './tasks.ts';

/** The configuration in force for an article. */
export interface ActiveConfig {
  readonly data: ConfigData;
  readonly ignores: (path: string) => boolean;
}

export interface ConfigsOptions {
  readonly lane: Lane;
  /** Folders that the editor has open; the innermost one that holds an article counts. */
  readonly roots: () => readonly string[];
  readonly settings: () => ClientSettings;
  /** Told whenever a configuration was read: its folder, and what is wrong (nothing: all is well). */
  readonly onRead: (folder: string, mistakes: readonly Mistake[]) => void;
}

export interface Configs {
  /** Rises when configurations have to be read again: what was found before counts no more. */
  readonly generation: () => number;
  /** Never rejects. While the file is broken, the last good configuration of that folder is in force, else the default. */
  readonly of: (path: string | undefined) => Promise<ActiveConfig | undefined>;
  readonly reload: () => void;
}

/** Keeps one configuration for each root. */
export function createConfigs({ lane, roots, settings, onRead }: ConfigsOptions): Configs {
  const active = new Map<string, Promise<ActiveConfig | undefined>>();
  const good = new Map<string, ConfigData>();
  const folders = new Map<string | undefined, string>();
  let generation = 0;

  /** Looks at the file system once an article, not at every key. */
  function folderOf(path: string | undefined): string {
    const known = folders.get(path) ?? findFolder(path, roots(), settings().configPath !== undefined);
    folders.set(path, known);
    return known;
  }

  async function read(folder: string, asOf: number): Promise<ActiveConfig | undefined> {
    const { configPath, locale } = settings();
    const file = configPath === undefined ? {} : { file: resolve(folder, configPath) };
    const id = `${asOf} ${folder}`;
    const outcome = await lane.run(`config ${id}`, { kind: 'config', folder, ...file }, true);
    if (outcome.kind === 'done' && outcome.value.ok) {
      const { value } = outcome.value;
      good.set(folder, { ...value, id, locale: locale ?? value.locale });
      onRead(folder, []);
    } else if (outcome.kind === 'done') onRead(folder, outcome.value.ok ? [] : outcome.value.mistakes);
    const data = good.get(folder) ?? (await standard(folder));
    return data && { data, ignores: ignoredBy(data.root) };
  }

  async function standard(folder: string): Promise<ConfigData | undefined> {
    const outcome = await lane.run(`standard ${folder}`, { kind: 'config', folder, standard: true }, true);
    if (outcome.kind !== 'done' || !outcome.value.ok) return undefined;
    const { value } = outcome.value;
    return { ...value, id: `standard ${folder}`, locale: settings().locale ?? value.locale };
  }

  return {
    generation: () => generation,
    of: (path) => {
      const folder = folderOf(path);
      const known = active.get(folder) ?? read(folder, generation);
      active.set(folder, known);
      return known;
    },
    reload: () => {
      generation += 1;
      active.clear();
      folders.clear();
    },
  };
}

/** The root that holds an article, if it has a configuration; else the article's own folder, which may have one. */
function findFolder(path: string | undefined, roots: readonly string[], given: boolean): string {
  const [first = '/'] = roots;
  if (path === undefined) return first;
  const [root] = roots
    .filter((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    .sort((a, b) => b.length - a.length);
  if (root === undefined) return dirname(path);
  if (given) return root;
  const found = findConfigFile(root);
  return found.ok && found.value === undefined ? dirname(path) : root;
}
