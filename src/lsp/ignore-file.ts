import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Ignore, default as ignore } from 'ignore';

/** Names what is not checked, as for stock textlint. */
export const IGNORE_FILE = '.textlintignore';

/** Tests paths against the nearest `.textlintignore` in a folder or above it. */
export function ignoredBy(root: string): (path: string) => boolean {
  for (let folder = root; ; folder = dirname(folder)) {
    const rules = readRules(join(folder, IGNORE_FILE));
    if (rules) {
      return (path) => {
        const own = relative(folder, path);
        return own !== '' && !isAbsolute(own) && !own.startsWith('..') && rules.ignores(own.split(sep).join('/'));
      };
    }
    if (dirname(folder) === folder) return () => false;
  }
}

function readRules(path: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
