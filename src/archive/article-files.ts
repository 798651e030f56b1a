import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Ignore, default as ignore } from 'ignore';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Config } from '../lint/config.ts';
import { fail, type Mistake, type Result, succeed } from '../lint/mistake.ts';

const ARTICLES = '**/*.{md,markdown,mdx}';
const ARTICLE = /\.(?:md|markdown|mdx)$/i;
const NEVER = ['**/node_modules/**', '**/.git/**'];
const IGNORE_FILE = '.textlintignore';

/**
 * Absolute paths of the articles that arguments name, sorted, each once: files, folders (every article below) and globs. What
 * `.textlintignore` names is left out. A path that does not exist, or a glob that matches no article, is a mistake.
 */
export async function articleFiles(patterns: readonly string[], cwd: string): Promise<Result<readonly string[]>> {
  const mistakes: Mistake[] = [];
  const files = new Set<string>();
  for (const pattern of patterns) {
    const found = await expand(pattern, cwd);
    if (found.length === 0) mistakes.push({ message: nothingAt(pattern, cwd) });
    for (const file of found) files.add(file);
  }
  if (mistakes.length > 0) return fail(...mistakes);
  const ignored = ignoredBy(cwd);
  return succeed([...files].filter((file) => !ignored(file)).sort());
}

/** The articles of an archive: those that arguments name, else those of `archive` in the configuration, else all below `cwd`. */
export function archiveFiles(
  patterns: readonly string[],
  { root, settings }: Pick<Config, 'root' | 'settings'>,
  cwd: string,
): Promise<Result<readonly string[]>> {
  const { archive: globs = [] } = settings;
  if (patterns.length > 0) return articleFiles(patterns, cwd);
  return globs.length > 0 ? articleFiles(globs, root) : articleFiles(['.'], cwd);
}

async function expand(pattern: string, cwd: string): Promise<string[]> {
  const path = resolve(cwd, pattern);
  const kind = kindOf(path);
  if (kind === 'file') return [path];
  const options = { absolute: true, ignore: NEVER, dot: false, onlyFiles: true, caseSensitiveMatch: false };
  if (kind === 'folder') return (await glob(ARTICLES, { ...options, cwd: path })).map((file) => resolve(file));
  if (!isDynamicPattern(pattern)) return [];
  const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  // `posts/**` also matches the images.
  return (await glob(slashed, { ...options, cwd })).filter((file) => ARTICLE.test(file)).map((file) => resolve(file));
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

function nothingAt(pattern: string, cwd: string): Mistake['message'] {
  if (kindOf(resolve(cwd, pattern)) === 'folder') {
    return {
      ja: `「${pattern}」の下に記事（.md）がありません。`,
      en: `There are no articles (.md) below "${pattern}".`,
    };
  }
  return isDynamicPattern(pattern)
    ? { ja: `「${pattern}」に一致する記事がありません。`, en: `No article matches "${pattern}".` }
    : { ja: `「${pattern}」というファイルやフォルダーはありません。`, en: `There is no file or folder "${pattern}".` };
}

/**
 * Whether arguments name an article, as `articleFiles` would find it, whether or not it still exists; without arguments: those
 * below the working folder. For articles that something else has listed.
 */
export function articleTest(patterns: readonly string[], cwd: string): (file: string) => boolean {
  const ignored = ignoredBy(cwd);
  const tests = (patterns.length > 0 ? patterns : ['.']).map((pattern) => {
    const path = resolve(cwd, pattern);
    if (kindOf(path) === undefined && isDynamicPattern(pattern)) {
      const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
      const matches = picomatch(slashed, { nocase: true, ignore: NEVER });
      return (file: string) => ARTICLE.test(file) && matches(slashedPath(isAbsolute(pattern) ? '/' : cwd, file));
    }
    const inFolder = picomatch(ARTICLES, { nocase: true, ignore: NEVER });
    return (file: string) => file === path || inFolder(slashedPath(path, file));
  });
  return (file) => tests.some((test) => test(file)) && !ignored(file);
}

function slashedPath(folder: string, file: string): string {
  if (folder === '/') return file.split(sep).join('/');
  return relative(folder, file).split(sep).join('/');
}

/** Tests paths against the nearest `.textlintignore` in the working folder or above. */
function ignoredBy(cwd: string): (file: string) => boolean {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const rules = readIgnoreFile(join(folder, IGNORE_FILE));
    if (rules) {
      return (file) => {
        const path = relative(folder, file);
        return !isAbsolute(path) && !path.startsWith('..') && rules.ignores(path.split(sep).join('/'));
      };
    }
    if (dirname(folder) === folder) return () => false;
  }
}

function readIgnoreFile(path: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
