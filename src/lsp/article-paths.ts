import { glob } from 'tinyglobby';
import type { ConfigData } from './tasks.ts';

const ARTICLES = ['**/*.{md,markdown,mdx}'];
const NEVER = ['**/node_modules/**', '**/.git/**'];
const MAX_FILES = 20_000;

/** Absolute paths of the articles of a site: those of its `archive`, else all below its folder. At most 20,000. Never rejects. */
export async function articlePaths({ root, settings }: ConfigData): Promise<string[]> {
  try {
    const patterns = [...(settings.archive ?? ARTICLES)];
    const found = await glob(patterns, { cwd: root, absolute: true, ignore: NEVER, onlyFiles: true });
    return found.sort().slice(0, MAX_FILES);
  } catch {
    return [];
  }
}
