import { resolve } from 'node:path';
import type { Mistake } from '../lint/mistake.ts';
import type { Baseline, Baselines } from './baselines.ts';
import type { ClientSettings } from './client.ts';
import { configFolderOf } from './config-folder.ts';
import { ignoredBy } from './ignore-file.ts';
import type { Lane } from './lane.ts';
import type { ConfigData } from './tasks.ts';

/** The configuration in force for an article. */
export interface ActiveConfig {
  readonly data: ConfigData;
  readonly ignores: (path: string) => boolean;
  readonly baseline: Baseline;
}

export interface ConfigsOptions {
  readonly lane: Lane;
  readonly baselines: Baselines;
  /** Folders that the editor has open; the innermost one that holds an article counts. */
  readonly roots: () => readonly string[];
  readonly settings: () => ClientSettings;
  /** Told whenever a configuration was read: its folder, what is in force, and what is wrong (nothing: all is well). */
  readonly onRead: (folder: string, config: ActiveConfig | undefined, mistakes: readonly Mistake[]) => void;
}

export interface Configs {
  /** Rises when configurations have to be read again: what was found before counts no more. */
  readonly generation: () => number;
  /** Never rejects. While the file is broken, the last good configuration of that folder is in force, else the default. */
  readonly of: (path: string | undefined) => Promise<ActiveConfig | undefined>;
  /** Reads those in force again, whether an article is open or not: what was broken may be so no more. */
  readonly reload: () => void;
}

/** Keeps one configuration for each folder that has its own. */
export function createConfigs({ lane, baselines, roots, settings, onRead }: ConfigsOptions): Configs {
  const active = new Map<string, Promise<ActiveConfig | undefined>>();
  const good = new Map<string, ConfigData>();
  const folders = new Map<string | undefined, string>();
  let generation = 0;

  /** Looks at the file system once an article, not at every key. */
  function folderOf(path: string | undefined): string {
    const known = folders.get(path) ?? configFolderOf(path, roots(), settings().configPath !== undefined);
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
    }
    const mistakes = outcome.kind === 'done' && !outcome.value.ok ? outcome.value.mistakes : [];
    const config = await activeOf(good.get(folder) ?? (await standard(folder)));
    if (outcome.kind === 'done' && asOf === generation)
      onRead(folder, config?.active, [...mistakes, ...(config?.mistakes ?? [])]);
    return config?.active;
  }

  async function activeOf(data: ConfigData | undefined) {
    if (!data) return undefined;
    const { baseline, mistakes } = await baselines.of(data);
    return { active: { data, ignores: ignoredBy(data.root), baseline }, mistakes };
  }

  async function standard(folder: string): Promise<ConfigData | undefined> {
    const outcome = await lane.run(`standard ${folder}`, { kind: 'config', folder, standard: true }, true);
    if (outcome.kind !== 'done' || !outcome.value.ok) return undefined;
    const { value } = outcome.value;
    return { ...value, id: `standard ${folder}`, locale: settings().locale ?? value.locale };
  }

  function inForce(folder: string): Promise<ActiveConfig | undefined> {
    const known = active.get(folder) ?? read(folder, generation);
    active.set(folder, known);
    return known;
  }

  return {
    generation: () => generation,
    of: (path) => inForce(folderOf(path)),
    reload: () => {
      const before = [...active.keys()];
      generation += 1;
      active.clear();
      folders.clear();
      for (const folder of before) void inForce(folder);
    },
  };
}
