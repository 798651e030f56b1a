import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Bilingual, fail, type Result, succeed } from '../lint/mistake.ts';

/** A file that differs between a commit and the working tree. Paths are absolute. */
export interface ChangedFile {
  /** Undefined: the file is new, or was no regular file. */
  readonly before: { readonly path: string; readonly blob: string } | undefined;
  /** Undefined: the file is gone, or is no regular file any more. */
  readonly after: string | undefined;
}

/** What changed since a commit. */
export interface Changes {
  /** Top folder of the work tree. */
  readonly root: string;
  readonly files: readonly ChangedFile[];
}

interface Ran {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Given {
  readonly env: Environment;
  readonly input?: string | undefined;
}

/** More than any list of changes, and than the old texts of all changed articles. */
const MOST_BYTES = 2 ** 30;

/** Runs git without a shell; code -1 if it cannot be started. It never waits for a password or an editor, and takes no locks. */
function git(cwd: string, argv: readonly string[], { env, input }: Given): Promise<Ran> {
  const safe = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_LITERAL_PATHSPECS: '1', LC_ALL: 'C' };
  const options = { cwd, env: { ...env, ...safe }, encoding: 'buffer', maxBuffer: MOST_BYTES } as const;
  return new Promise((done) => {
    const child = execFile('git', [...argv], options, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
      done({ code, stdout, stderr: stderr.toString() || (error?.message ?? '') });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/**
 * The files that differ between the merge base of `base` and HEAD, and the working tree: what was committed, what is staged,
 * what is neither, and new files that `wanted` names and git does not ignore. Renamed files are paired with what they were.
 */
export async function changesSince(
  base: string,
  cwd: string,
  env: Environment,
  wanted: (path: string) => boolean,
): Promise<Result<Changes>> {
  const inside = await git(cwd, ['rev-parse', '--show-cdup'], { env });
  if (inside.code !== 0) return mistake(notUsable(inside));
  // From the folder as it was named: git would resolve links, and the articles would have other paths.
  const root = resolve(cwd, textOf(inside).replace(/\n$/, ''));
  const start = await mergeBase(base, root, env);
  if (!start.ok) return start;
  const untracked = await git(root, ['ls-files', '-z', '--others', '--exclude-standard'], { env });
  const added = namesIn(untracked).filter((name) => wanted(resolve(root, name)));
  const listed = await withIndex(root, env, added, (given) =>
    git(root, ['-c', 'diff.relative=false', 'diff', ...HOW, start.value, '--'], { env: given }),
  );
  if (listed.code !== 0) return mistake(failed(listed));
  const fields = namesIn(listed);
  const known = new Set(fields);
  const others = added.filter((name) => !known.has(name)).map((name) => resolve(root, name));
  return succeed({ root, files: [...readRaw(fields, root), ...others.map((after) => ({ before: undefined, after }))] });
}

const HOW = ['--raw', '-z', '-M', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];

/** The commit that the work began from. */
async function mergeBase(base: string, cwd: string, env: Environment): Promise<Result<string>> {
  const shallow = textOf(await git(cwd, ['rev-parse', '--is-shallow-repository'], { env })).trim() === 'true';
  const named = await git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`], { env });
  if (named.code !== 0) return mistake(unknownRevision(base, shallow));
  const found = await git(cwd, ['merge-base', textOf(named).trim(), 'HEAD'], { env });
  const [commit] = textOf(found).split('\n');
  return found.code === 0 && commit ? succeed(commit) : mistake(noCommonHistory(base, shallow));
}

/**
 * Runs with a copy of the index that knows the new files, so that a file which was moved without `git mv` is paired with what
 * it was. The index of the user stays as it is.
 */
async function withIndex(
  root: string,
  env: Environment,
  added: readonly string[],
  run: (env: Environment) => Promise<Ran>,
): Promise<Ran> {
  if (added.length === 0) return run(env);
  const folder = await mkdtemp(join(tmpdir(), 'koetsu-'));
  try {
    const given = { ...env, GIT_INDEX_FILE: join(folder, 'index') };
    const index = textOf(await git(root, ['rev-parse', '--git-path', 'index'], { env })).replace(/\n$/, '');
    // Before the first `git add` there is none.
    await copyFile(resolve(root, index), given.GIT_INDEX_FILE).catch(() => undefined);
    const argv = ['add', '--intent-to-add', '--pathspec-from-file=-', '--pathspec-file-nul'];
    const { code } = await git(root, argv, { env: given, input: added.join('\0') });
    return await run(code === 0 ? given : env);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads `git diff --raw -z`: `:mode mode blob blob status`, then one path, or two for a rename. */
function readRaw(fields: readonly string[], root: string): ChangedFile[] {
  const files = new Map<string, ChangedFile>();
  const rest = fields[Symbol.iterator]();
  for (const field of rest) {
    const [oldMode = '', newMode = '', blob = '', , status = ''] = field.slice(1).split(' ');
    const from: string = rest.next().value ?? '';
    const to: string = /^[RC]/.test(status) ? (rest.next().value ?? '') : from;
    const before = isFile(oldMode) ? { path: resolve(root, from), blob } : undefined;
    const after = status !== 'D' && (isFile(newMode) || status === 'U') ? resolve(root, to) : undefined;
    // A file in conflict is listed twice, once without what it was.
    if (before || !files.has(to)) files.set(to, { before, after: after ?? files.get(to)?.after });
  }
  return [...files.values()].filter(({ before, after }) => before || after);
}

/** Not a link and not a submodule. */
function isFile(mode: string): boolean {
  return mode.startsWith('100');
}

/** The contents of blobs, in their order. */
export async function readBlobs(
  blobs: readonly string[],
  root: string,
  env: Environment,
): Promise<Result<readonly Uint8Array[]>> {
  if (blobs.length === 0) return succeed([]);
  const ran = await git(root, ['cat-file', '--batch'], { env, input: `${blobs.join('\n')}\n` });
  if (ran.code !== 0) return mistake(failed(ran));
  const contents: Uint8Array[] = [];
  let at = 0;
  for (const blob of blobs) {
    const end = ran.stdout.indexOf('\n', at);
    const [, kind, size] = ran.stdout.subarray(at, end).toString().split(' ');
    if (kind !== 'blob') return mistake(failed({ ...ran, stderr: `${blob} ${kind}` }));
    contents.push(ran.stdout.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return succeed(contents);
}

function textOf({ stdout }: Ran): string {
  return stdout.toString();
}

function namesIn(ran: Ran): string[] {
  return textOf(ran).split('\0').filter(Boolean);
}

function mistake(message: Bilingual): Result<never> {
  return fail({ message });
}

function notUsable({ code, stderr }: Ran): Bilingual {
  if (code === -1) {
    return { ja: `--diff にはgitが必要です（${stderr.trim()}）。`, en: `--diff needs git: ${stderr.trim()}` };
  }
  if (!stderr.includes('not a git repository')) return failed({ stderr });
  return {
    ja: '--diff はgitリポジトリの中でだけ使えます。',
    en: '--diff works in a git repository only; this folder is in none.',
  };
}

function failed({ stderr }: Pick<Ran, 'stderr'>): Bilingual {
  const reason = stderr.trim().replaceAll('\n', ' ');
  return { ja: `gitの実行に失敗しました（${reason}）。`, en: `git failed: ${reason}` };
}

const DEEPEN = {
  ja: 'git fetch --unshallow を実行するか、actions/checkout に fetch-depth: 0 を指定してください。',
  en: 'run git fetch --unshallow, or give actions/checkout fetch-depth: 0.',
};

function unknownRevision(base: string, shallow: boolean): Bilingual {
  return shallow
    ? {
        ja: `「${base}」がこの浅いクローンにありません。${DEEPEN.ja}`,
        en: `"${base}" is not in this shallow clone; ${DEEPEN.en}`,
      }
    : {
        ja: `「${base}」というコミットやブランチはありません。git fetch が必要かもしれません。`,
        en: `There is no commit or branch "${base}"; it may have to be fetched.`,
      };
}

function noCommonHistory(base: string, shallow: boolean): Bilingual {
  return shallow
    ? {
        ja: `浅いクローンのため、「${base}」との分岐点が分かりません。${DEEPEN.ja}`,
        en: `This clone is too shallow to tell where HEAD left "${base}"; ${DEEPEN.en}`,
      }
    : {
        ja: `「${base}」とHEADに共通の履歴がありません。`,
        en: `"${base}" and HEAD have no history in common.`,
      };
}
