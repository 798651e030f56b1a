import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../lint/config.ts';
import { findModule } from '../lint/load-module.ts';
import { type Known, remembered } from '../start/remembered.ts';
import { installedFor, packageFolder } from './package-versions.ts';

/** Folders of koetsu whose code decides what is found in an article; the others only show it. */
const DECIDING = ['rules', 'src/text', 'src/document', 'src/figures', 'src/lint', 'src/archive'];

const CODE = /(?:\.[cm]?js|\.json|(?<!\.d)\.ts)$/;

/** The bundle that this code runs from (scripts/bundle.mjs); not there when it does not. */
declare const KOETSU_BUNDLE: string;

/**
 * A hash of everything but text, path and options that the findings of an article depend on: koetsu's own code, every rule
 * package with all that it depends on, and the Unicode tables of Node. Versions alone would not do: a rule that is being
 * written changes without one, so that the files of koetsu and of the rule packages count too.
 */
export function environmentHash(config: Pick<Config, 'root' | 'data' | 'settings'>): string {
  const entries = ruleFiles(config);
  return remembered(`environment ${config.root} ${entries.join(' ')}`, () => findEnvironment(entries, config.root));
}

function findEnvironment(entries: readonly string[], root: string): Known {
  const hash = createHash('sha256');
  const own = ownCode();
  const code = [...own, ...new Set(entries.map((file) => codePlace(file, root)))];
  const read = code.flatMap((place) => addCode(hash, place));
  const installed = installedFor([...own, ...entries]);
  for (const version of installed.versions) hash.update(`${version}\n`);
  const { unicode, icu } = process.versions;
  const value = hash.update(`unicode ${unicode} icu ${icu}`).digest('hex');
  return { value, places: [...new Set([...read, ...installed.places])] };
}

function ownCode(): string[] {
  if (typeof KOETSU_BUNDLE === 'string') return [KOETSU_BUNDLE];
  return DECIDING.map((folder) => fileURLToPath(new URL(`../../${folder}`, import.meta.url)));
}

type Hash = ReturnType<typeof createHash>;

/** Entry files of the installed rules, filters and plugins of a configuration, sorted. */
function ruleFiles(config: Pick<Config, 'root' | 'data' | 'settings'>): string[] {
  const overrides = config.settings.overrides ?? [];
  const named = (layer: Readonly<Record<string, unknown>>, kind: 'filter' | 'plugin') =>
    keysOf(layer[`${kind}s`]).flatMap((name) => findModule(kind, name, config.root) ?? []);
  const rules = [config.data.rules, ...overrides.map((override) => override.rules)]
    .flatMap(keysOf)
    .flatMap((name) => findModule(/preset-/.test(name) ? 'preset' : 'rule', name, config.root) ?? []);
  const found = [...rules, ...named(config.data, 'filter'), ...named(config.data, 'plugin')];
  return [...new Set(found.map(({ path }) => path))].sort();
}

function keysOf(written: unknown): string[] {
  if (Array.isArray(written)) return written.map(String);
  return typeof written === 'object' && written !== null ? Object.keys(written) : [];
}

/** The folder (or the one file) that the code of a rule lies in: not the site's own folder, with all its articles. */
function codePlace(entry: string, root: string): string {
  const holdsSite = (folder: string): boolean => `${root}${sep}`.startsWith(`${folder}${sep}`);
  return [packageFolder(entry) ?? entry, dirname(entry)].find((folder) => !holdsSite(folder)) ?? entry;
}

/** Adds the code below a place; returns all files and folders there. */
function addCode(hash: Hash, place: string): string[] {
  const all = allBelow(place);
  for (const { path } of all.filter(({ isFile, path }) => isFile && CODE.test(path))) {
    hash.update(`${relative(place, path)}\0`).update(readFileSync(path));
  }
  return all.map(({ path }) => path);
}

interface Entry {
  readonly path: string;
  readonly isFile: boolean;
}

function allBelow(place: string): Entry[] {
  if (!statSync(place).isDirectory()) return [{ path: place, isFile: true }];
  const entries = readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== '.git')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(place, entry.name);
      if (entry.isDirectory()) return allBelow(path);
      return entry.isFile() ? [{ path, isFile: true }] : [];
    });
  return [{ path: place, isFile: false }, ...entries];
}
