import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Streams } from './streams.ts';

/** The nearest folder from `cwd` upwards that is a Git work tree; `cwd` where there is none. */
export function repositoryRoot(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}

/** A path below `root` relative to it, others as they are; `/` between the names on every system. */
export function pathFrom(root: string, filePath: string): string {
  if (!isAbsolute(filePath)) return filePath;
  const path = relative(root, filePath);
  const isBelow = path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return (isBelow ? path : filePath).replaceAll(sep, '/');
}

/**
 * Where a line of a file can be read, of a path relative to the repository: on GitHub or GitLab, if koetsu runs there.
 * `plain=1` shows the source of a Markdown file, which has lines.
 */
export function linkTo({
  env,
}: Pick<Streams, 'env'>): ((path: string, line: number) => string | undefined) | undefined {
  const base = baseOf(env);
  if (base === undefined) return undefined;
  return (path, line) =>
    path.startsWith('/') || path.startsWith('<')
      ? undefined
      : `${base}/${path.split('/').map(encode).join('/')}?plain=1#L${line}`;
}

function baseOf(env: Streams['env']): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, CI_PROJECT_URL, CI_COMMIT_SHA } = env;
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA)
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`;
  return CI_PROJECT_URL && CI_COMMIT_SHA ? `${CI_PROJECT_URL}/-/blob/${CI_COMMIT_SHA}` : undefined;
}

/** Of a name that is no well-formed Unicode the broken characters are replaced. */
function encode(name: string): string {
  return encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}
