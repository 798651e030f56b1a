import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../lint/config.ts';
import { findModule } from '../lint/load-module.ts';
import { packageFolder, packageVersions } from './package-versions.ts';

/** Folders of koetsu whose code decides what is found in an article; the others only show it. */
const DECIDING = ['rules', 'src/text', 'src/document', 'src/figures', 'src/lint', 'src/archive'];

const CODE = /(?:\.[cm]?js|\.json|(?<!\.d)\.ts)$/;

/**
 * A hash of everything but text, path and options that the findings of an article depend on: koetsu's own code, every rule
 * package with all that it depends on, and the Unicode tables of Node. Versions alone would not do: a rule that is being
 * written changes without one, so that the files of koetsu and of the rule packages count too.
 */
export function environmentHash(config: Config): string {
  const hash = createHash('sha256');
  const entries = ruleFiles(config);
  for (const folder of DECIDING) addCode(hash, fileURLToPath(new URL(`../../${folder}`, import.meta.url)));
  for (const place of new Set(entries.map((file) => codePlace(file, config.root)))) addCode(hash, place);
  for (const version of packageVersions([fileURLToPath(import.meta.url), ...entries])) hash.update(`${version}\n`);
  const { unicode, icu } = process.versions;
  return hash.update(`unicode ${unicode} icu ${icu}`).digest('hex');
}

type Hash = ReturnType<typeof createHash>;

/** Entry files of the installed rules, filters and plugins of a configuration, sorted. */
function ruleFiles(config: Config): string[] {
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

function addCode(hash: Hash, place: string): void {
  for (const file of filesBelow(place).filter((name) => CODE.test(name))) {
    hash.update(`${relative(place, file)}\0`).update(readFileSync(file));
  }
}

function filesBelow(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== '.git')
    .flatMap((entry) => {
      const path = join(place, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}
