import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/built.ts';

/** The levels of the folders (README, «The shape»): a file imports its own folder and lower levels only. */
const LEVELS: readonly (readonly [folder: string, level: number, reason: string])[] = [
  ['src/start', -1, 'how code is loaded, whatever it does'],
  ['src/text', 0, 'characters and words know nothing of Markdown'],
  ['src/document', 1, 'an article is read without knowing what is looked for in it'],
  ['src/figures', 2, 'figures are read from documents, whatever rules make of them'],
  ['rules', 3, 'rules see documents and figures, never files, configuration or one another'],
  ['src/lint', 4, 'one article with one configuration; knows nothing of other articles'],
  ['src/archive', 5, 'many articles; knows nothing of how results are shown'],
  ['src/report', 6, 'findings become text; nothing is run here'],
  ['src/cli', 8, 'the outermost shell: it also starts the servers'],
  ['src/lsp', 7, 'a shell; it knows nothing of arguments and exit codes'],
  ['src/mcp', 7, 'a shell; it knows nothing of arguments and exit codes'],
];

const FILES = 'reads or writes files';
const CLOCK = 'reads the clock';
const START = 'it runs before anything else does';

/** Who may touch the world below level 7, and why. */
const TOUCHES_WORLD: Readonly<Record<string, string>> = {
  'src/lint/read-config.ts': `${FILES}: the configuration`,
  'src/lint/baseline-file.ts': `${FILES}: the baseline`,
  'src/lint/read-article.ts': `${FILES}: an article, for all shells`,
  'src/lint/load-module.ts': `${FILES}: looks for the packages that the configuration names`,
  'src/lint/fast-rules/intercept.ts': `${FILES}: the versions of the packages that it has faster equals for`,
  'src/text/tokenizer/kuromoji-source.ts': `${FILES}: the dictionary of kuromoji`,
  'src/text/tokenizer/dictionary-file.ts': `${FILES}: the dictionary in the user's cache`,
  'src/start/cache-folder.ts': `asks for the user's folder: ${START}`,
  'src/start/kept-file.ts': `${FILES}: compiled code in the user's cache`,
  'src/start/kept-modules.ts': `writes at the end of the process: ${START}`,
  'src/start/v8-options.ts': `asks for the version of V8: ${START}`,
  'src/start/part.ts': `${FILES}: the bundle; ${START}`,
  'src/start/require-of.ts': 'hands on the main module of the process',
  'src/start/stamps.ts': 'asks when files were changed',
  'rules/define-rule.ts': `${CLOCK}: stock textlint is the shell of a rule that it runs`,
};

/** Files that another round adds below these folders may touch the world too: the cache and the workers of an archive. */
const WORLDLY_FOLDERS: readonly string[] = ['src/archive/'];

const WORLD =
  /from 'node:(?:fs|fs\/promises|child_process|worker_threads|net|http|https|os)'|\bprocess\.|\bDate\.now\(|new Date\(\)|\bconsole\.|performance\.now\(/;

const IMPORT = /^\s*(?:import|export)\b[^;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Every source file, by its path in the repository, with the files that it imports. */
const sources: readonly Source[] = ['src', 'rules']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const named = Array.from(text.matchAll(IMPORT), ([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '');
    const imports = named
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(ROOT, resolve(ROOT, dirname(path), name)));
    return { path, text, imports };
  });

const placeOf = (path: string) => LEVELS.find(([folder]) => path.startsWith(`${folder}/`));

describe('architecture', () => {
  it('has every source file in a folder that has a level', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter(({ path }) => !placeOf(path)).map(({ path }) => path)).toEqual([]);
  });

  it('imports only files that exist, with their extension', () => {
    const missing = sources.flatMap(({ path, imports }) =>
      imports.filter((to) => !existsSync(join(ROOT, to))).map((to) => `${path} → ${to}`),
    );
    expect(missing).toEqual([]);
  });

  it('imports its own folder and lower levels only', () => {
    let edges = 0;
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.flatMap((to) => {
        edges += 1;
        const [folder, level, reason] = placeOf(path) ?? ['', -1, ''];
        const [target, below] = placeOf(to) ?? ['', 99];
        return target === folder || below < level ? [] : [`${path} → ${to}: ${reason}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(edges).toBeGreaterThan(100);
  });

  it('has rules that import their own folder and shared files of rules/, not other rules', () => {
    const wrong = sources
      .filter(({ path }) => /^rules\/[^/]+\//.test(path))
      .flatMap(({ path, imports }) => {
        const own = path.split('/')[1];
        return imports
          .filter((to) => /^rules\/[^/]+\//.test(to) && to.split('/')[1] !== own)
          .map((to) => `${path} → ${to}`);
      });
    expect(wrong).toEqual([]);
  });

  it('touches files, clock, environment and output in the shells and in a few known files only', () => {
    const touching = sources
      .filter(({ path, text }) => (placeOf(path)?.[1] ?? 0) < 7 && WORLD.test(withoutComments(text)))
      .map(({ path }) => path)
      .filter((path) => !WORLDLY_FOLDERS.some((folder) => path.startsWith(folder)));
    expect(touching.filter((path) => !(path in TOUCHES_WORLD))).toEqual([]);
    expect(touching.length).toBeGreaterThan(3);
  });

  it('lists no file that touches nothing', () => {
    const idle = Object.keys(TOUCHES_WORLD).filter((path) => {
      const source = sources.find((candidate) => candidate.path === path);
      return !source || !WORLD.test(withoutComments(source.text));
    });
    expect(idle).toEqual([]);
  });

  it('keeps files short', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path);
    expect(long).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}
