import { join } from 'node:path';
import { buildDictionary } from './build-dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import { fileFormat, readDictionaryFile, writeDictionaryFile } from './dictionary-file.ts';
import { findKuromoji, readKuromoji } from './kuromoji-source.ts';

export interface DictionaryOptions {
  /** Folder for the flat dictionary file (30 MB). Without it, the dictionary is built in memory each time. */
  readonly cacheDirectory?: string;
}

/**
 * Loads the dictionary of the installed kuromoji: from the cache folder in some 20 ms, else from kuromoji's own files in
 * about half a second, and then into the cache folder. A cache that cannot be read or written is done without. Throws if
 * kuromoji is not installed or damaged.
 */
export async function loadDictionary(options: DictionaryOptions = {}): Promise<Dictionary> {
  const source = await findKuromoji();
  const { cacheDirectory } = options;
  if (cacheDirectory === undefined) return buildDictionary(await readKuromoji(source));
  const path = join(cacheDirectory, dictionaryFileName(source.version));
  const cached = await readDictionaryFile(path, source.key);
  if (cached !== undefined) return cached;
  const built = buildDictionary(await readKuromoji(source));
  await writeDictionaryFile(path, built, source.key);
  return built;
}

/** Name of the dictionary file for a version of kuromoji. */
export function dictionaryFileName(kuromojiVersion: string): string {
  return `kuromoji-${kuromojiVersion}.${fileFormat}.dictionary`;
}
