import { execFileSync } from 'node:child_process';
import { folderWith, writeInto } from './folder.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A git repository of a test, on the branch `main`. */
export interface Repository {
  readonly root: string;
  readonly git: (...argv: readonly string[]) => string;
  readonly write: (files: Files) => void;
  /** Commits everything that there is. */
  readonly commit: (files?: Files) => void;
}

/** What git and koetsu see: no settings of the machine that the test runs on. */
export const GIT_ENV: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

/** A repository with these files committed. */
export function repositoryWith(files: Files): Repository {
  const repository = repositoryAt(folderWith({}));
  repository.git('init', '-q', '-b', 'main');
  repository.commit(files);
  return repository;
}

/** A repository that is there already. */
export function repositoryAt(root: string): Repository {
  const git = (...argv: readonly string[]): string =>
    execFileSync('git', ['-c', 'protocol.file.allow=always', ...argv], {
      cwd: root,
      env: GIT_ENV,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const write = (files: Files): void => writeInto(root, files);
  return {
    root,
    git,
    write,
    commit: (files = {}) => {
      write(files);
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', 'change');
    },
  };
}
