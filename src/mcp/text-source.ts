import { resolve } from 'node:path';
import type { Source } from '../archive/lint-articles.ts';
import type { Deps } from './deps.ts';

/** A text as an article to lint; shown under the path that was given for it, or without one. */
export function textSource(text: string, path: string | undefined, { cwd }: Pick<Deps, 'cwd'>): Source {
  return { filePath: path ?? '', path: path ? resolve(cwd, path) : undefined, read: async () => ({ text }) };
}
