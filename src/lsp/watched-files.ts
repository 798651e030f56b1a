import { basename, dirname } from 'node:path';
import { BASELINE_FILE } from '../lint/baseline-file.ts';
import { CONFIG_FILES } from '../lint/read-config.ts';
import { IGNORE_FILE } from './ignore-file.ts';

/** Files that decide what is found, wherever they lie. */
const DECIDING: readonly string[] = [...CONFIG_FILES, IGNORE_FILE, BASELINE_FILE];

/** Files that package managers write when packages come, go or change. */
const PACKAGES: readonly string[] = [
  'package.json',
  'package-lock.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  '.package-lock.json',
  '.modules.yaml',
  '.yarn-state.yml',
];

/** Globs of what a client is asked to watch. */
export const WATCHED: readonly string[] = [`**/{${[...DECIDING, ...PACKAGES].join(',')}}`, '**/*.{md,markdown,mdx}'];

/** True if a file decides what is found, by its name. */
export function isDeciding(path: string): boolean {
  return DECIDING.includes(basename(path));
}

/** True if a file or folder tells that packages changed, which may hold rules. */
export function isOfPackages(path: string): boolean {
  const [name, folder] = [basename(path), basename(dirname(path))];
  const isInstalled = folder === 'node_modules' && !name.startsWith('.');
  return isInstalled || name === 'node_modules' || PACKAGES.includes(name);
}
