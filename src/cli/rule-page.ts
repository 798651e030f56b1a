import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page of one of our rules, in Markdown. The pages lie in `rules/` of the package, above the compiled files as above the sources. */
export function rulePage(id: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const page = join(folder, 'rules', id, 'README.md');
    if (existsSync(page)) return readFileSync(page, 'utf8');
    if (dirname(folder) === folder) return undefined;
  }
}
