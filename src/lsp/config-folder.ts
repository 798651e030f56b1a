import { dirname, sep } from 'node:path';
import { findConfigFile } from '../lint/read-config.ts';

/**
 * The folder whose configuration counts for an article: the root that holds it, if that has one; else the article's own folder
 * where one lies there or above it; else the root. Outside of all roots: the article's own folder. `given`: the user names the
 * file, relative to the root.
 */
export function configFolderOf(path: string | undefined, roots: readonly string[], given: boolean): string {
  const [first = '/'] = roots;
  if (path === undefined) return first;
  const root = rootOf(path, roots);
  if (root === undefined) return dirname(path);
  const has = (folder: string): boolean => {
    const found = findConfigFile(folder);
    return !found.ok || found.value !== undefined;
  };
  return !given && !has(root) && has(dirname(path)) ? dirname(path) : root;
}

/** The innermost root that holds a file. */
export function rootOf(path: string, roots: readonly string[]): string | undefined {
  return roots
    .filter((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    .toSorted((a, b) => b.length - a.length)[0];
}
