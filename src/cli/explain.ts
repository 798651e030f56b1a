import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pc from 'picocolors';
import { rules } from '../../rules/index.ts';
import { unknownName } from '../lint/mistake.ts';
import type { Outcome } from './check.ts';
import { EXIT, type Streams } from './streams.ts';

/** `koetsu explain RULE`: the page of the rule, headings in bold on a terminal. */
export function explain(name: string, { stdout, env }: Streams): Outcome {
  const id = name.replace(/^koetsu\//, '');
  const page = Object.hasOwn(rules, id) ? pageOf(id) : undefined;
  if (page === undefined)
    return { mistakes: [{ message: unknownName({ ja: 'ルール', en: 'rule' }, name, Object.keys(rules)) }] };
  const colors = pc.createColors(stdout.isTTY === true && !env.NO_COLOR);
  stdout.write(page.replaceAll(/^#+ .*$/gm, (heading) => colors.bold(heading)));
  return { code: EXIT.clean };
}

/** The pages lie in `rules/` of the package, which is above the compiled files as it is above the sources. */
function pageOf(id: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const page = join(folder, 'rules', id, 'README.md');
    if (existsSync(page)) return readFileSync(page, 'utf8');
    if (dirname(folder) === folder) return undefined;
  }
}
