import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Replaces a file in one step: at any moment there is either the old or the new one. A link stays a link, the mode stays.
 * Throws the error of the file system, and then the old file is untouched.
 */
export function writeFileAtomically(path: string, text: string): void {
  const target = resolveLink(path);
  const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? 0o644;
  const temporary = join(dirname(target), `.koetsu-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(file, text);
      // Not when it is opened: the umask would take bits away.
      fchmodSync(file, mode & 0o777);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function resolveLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
