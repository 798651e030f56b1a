import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A file that is being written. Every method throws what the file system says, and then the old file is untouched. */
export interface Replacement {
  readonly write: (part: string | Uint8Array) => void;
  /** Puts the new file in the place of the old one, if `check` does not throw. */
  readonly commit: (check?: () => void) => void;
  /** Leaves the old file; does nothing after `commit`. */
  readonly discard: () => void;
}

const TEMPORARY = /^\.koetsu-[0-9a-f]{12}\.tmp$/;
/** Nothing is written for so long, in milliseconds: a temporary file that is older was left behind by a process that was killed. */
const STALE = 3_600_000;
/** As many links as Linux follows. */
const MOST_LINKS = 40;

/**
 * Replaces a file in one step, with a text in UTF-8: at any moment, whatever ends the process, there is either the old or the
 * new one. `expected`: only a regular file that still holds this text. A link stays a link; mode, and where possible owner and
 * group, stay; other names of the same file (hard links) keep the old text. Throws what the file system says.
 */
export function replaceFile(path: string, text: string, { expected }: { readonly expected?: string } = {}): void {
  const replacement = beginReplacing(path);
  try {
    replacement.write(text);
    replacement.commit(expected === undefined ? undefined : () => assertUnchanged(path, expected));
  } finally {
    replacement.discard();
  }
}

/** Opens what will take the place of a file. Pipes and devices are written to as they are. */
export function beginReplacing(path: string): Replacement {
  return explained(() => {
    const target = resolveLink(path);
    const before = statSync(target, { throwIfNoEntry: false });
    if (before && !before.isFile()) return directly(target);
    if (before) assertWritable(target, before);
    removeStale(dirname(target));
    return beside(target, before);
  });
}

function beside(target: string, before: Stats | undefined): Replacement {
  const temporary = join(dirname(target), `.koetsu-${randomBytes(6).toString('hex')}.tmp`);
  // Until it has the rights of the old file, nobody else may read the new one.
  const file = openSync(temporary, 'wx', before ? 0o600 : 0o666);
  let state: 'open' | 'closed' | 'done' = 'open';
  const close = (): void => {
    if (state === 'open') closeSync(file);
    state = 'closed';
  };
  return {
    write: (part) => explained(() => writeWhole(file, part)),
    commit: (check) =>
      explained(() => {
        if (before) copyRights(file, before);
        // Without it a power failure could leave an empty file under the name.
        fsyncSync(file);
        close();
        check?.();
        renameSync(temporary, target);
        state = 'done';
      }),
    discard: () => {
      if (state === 'done') return;
      close();
      rmSync(temporary, { force: true });
    },
  };
}

function directly(target: string): Replacement {
  const file = openSync(target, 'w');
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    write: (part) => explained(() => writeWhole(file, part)),
    commit: (check) => {
      check?.();
      close();
    },
    discard: close,
  };
}

/** A file takes as much as it likes at a time; a pipe that is full takes nothing for a while. */
function writeWhole(file: number, part: string | Uint8Array): void {
  const bytes = typeof part === 'string' ? Buffer.from(part) : part;
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(file, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** The owner first: a change of owner takes rights away. */
function copyRights(file: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only the superuser may give files away.
  }
  fchmodSync(file, mode & 0o777);
}

/** A rename asks only for the rights of the folder, and the superuser may do anything: a file that is read-only means it. */
function assertWritable(path: string, { mode }: Stats): void {
  if ((mode & 0o222) === 0) throw Object.assign(new Error('EACCES: the file is read-only'), { code: 'EACCES' });
  accessSync(path, constants.W_OK);
}

function assertUnchanged(path: string, expected: string): void {
  if (!statSync(path).isFile()) throw new Error('it is no regular file');
  if (!readFileSync(path).equals(Buffer.from(expected))) throw new Error('changed while it was checked');
}

/** What a link names in the end, even if that does not exist yet. */
function resolveLink(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch {
    const next = links < MOST_LINKS ? linkAt(path) : undefined;
    return next === undefined ? path : resolveLink(resolve(dirname(path), next), links + 1);
  }
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

const cleaned = new Set<string>();

/** Looks once a folder. What cannot be removed stays: it is no article to anybody. */
function removeStale(folder: string): void {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  try {
    for (const name of readdirSync(folder).filter((entry) => TEMPORARY.test(entry))) {
      const path = join(folder, name);
      if (Date.now() - statSync(path).mtimeMs > STALE) rmSync(path, { force: true });
    }
  } catch {
    // What matters will be said when the file itself cannot be written.
  }
}

/** The error of the file system without the name of our temporary file, which would tell nobody anything. */
function explained<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error) error.message = error.message.replace(/, [a-z]+(?: '.*')?$/s, '');
    throw error;
  }
}
