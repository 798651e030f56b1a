import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** The dictionary files of an installed kuromoji.js. */
export interface KuromojiSource {
  /** Version of the kuromoji package. */
  readonly version: string;
  readonly directory: string;
  /** Names the very files: version and sizes. Two sources with the same key hold the same dictionary. */
  readonly key: string;
}

/** The kuromoji versions whose output the tests compare with ours, token by token. */
export const testedKuromojiVersions: readonly string[] = ['0.1.2'];

const fileNames = [
  'base',
  'check',
  'tid',
  'tid_pos',
  'tid_map',
  'cc',
  'unk',
  'unk_pos',
  'unk_map',
  'unk_char',
  'unk_invoke',
] as const;

/** The inflated dictionary files by name, without `.dat.gz`. */
export type KuromojiFiles = Readonly<Record<(typeof fileNames)[number], Uint8Array<ArrayBuffer>>>;

/**
 * Finds the kuromoji that kuromojin uses, hoisted or nested. `from` is the file from whose place kuromojin is looked up.
 * Throws if one of them is not installed.
 */
export async function findKuromoji(from: string = import.meta.url): Promise<KuromojiSource> {
  const kuromojin = createRequire(from).resolve('kuromojin');
  const directory = join(dirname(createRequire(kuromojin).resolve('kuromoji')), '..');
  const manifest: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  const version = versionOf(manifest);
  const dictionary = join(directory, 'dict');
  const sizes = await Promise.all(fileNames.map(async (name) => (await stat(pathOf(dictionary, name))).size));
  return { version, directory: dictionary, key: `kuromoji ${version} ${sizes.join(' ')}` };
}

/** Reads and inflates the dictionary files. Throws if one is missing or damaged. */
export async function readKuromoji(source: KuromojiSource): Promise<KuromojiFiles> {
  const inflate = promisify(gunzip);
  const entries = await Promise.all(
    fileNames.map(async (name) => {
      const inflated = await inflate(await readFile(pathOf(source.directory, name)), { chunkSize: 1 << 20 });
      // The arrays over it start at offset 0: a small Buffer may lie in a pool.
      return [name, inflated.byteOffset === 0 ? inflated : new Uint8Array(inflated)] as const;
    }),
  );
  return Object.fromEntries(entries) as KuromojiFiles;
}

function pathOf(directory: string, name: string): string {
  return join(directory, `${name}.dat.gz`);
}

function versionOf(manifest: unknown): string {
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return 'unknown';
  return String(manifest.version);
}
