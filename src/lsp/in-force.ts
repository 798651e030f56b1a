import { dirname } from 'node:path';
import type { Mistake } from '../lint/mistake.ts';
import type { ActiveConfig } from './configs.ts';

/** The files on which the configurations in force depend. */
export interface InForce {
  readonly has: (path: string) => boolean;
  /** Where they lie, and where one would be looked for. */
  readonly folders: () => readonly string[];
  /** A configuration was read. */
  readonly set: (folder: string, config: ActiveConfig | undefined, mistakes: readonly Mistake[]) => void;
}

/** Nothing at first. */
export function createInForce(): InForce {
  const files = new Map<string, readonly string[]>();
  return {
    has: (path) => [...files.values()].some((own) => own.includes(path)),
    folders: () => [...files].flatMap(([folder, own]) => [folder, ...own.map((path) => dirname(path))]),
    set: (folder, config, mistakes) => {
      const broken = mistakes.flatMap(({ file }) => file ?? []);
      const { file } = config?.data ?? {};
      files.set(folder, [...(file ? [file] : []), ...(config ? [config.baseline.file] : []), ...broken]);
    },
  };
}
