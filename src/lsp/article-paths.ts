import { articleFiles } from '../archive/article-files.ts';
import type { ConfigData } from './tasks.ts';

const MAX_FILES = 20_000;

/** Absolute paths of the articles of a site: those of its `archive`, else all below its folder. At most 20,000. Never rejects. */
export async function articlePaths({ root, settings }: Pick<ConfigData, 'root' | 'settings'>): Promise<string[]> {
  const { archive = [] } = settings;
  const patterns = archive.length > 0 ? archive : ['.'];
  try {
    // One at a time: a glob that matches nothing is no mistake here.
    const found = await Promise.all(patterns.map((pattern) => articleFiles([pattern], root)));
    const files = new Set(found.flatMap((result) => (result.ok ? result.value : [])));
    return [...files].sort().slice(0, MAX_FILES);
  } catch {
    return [];
  }
}
