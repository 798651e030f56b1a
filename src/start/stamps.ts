import { statSync } from 'node:fs';

/** So long after a change, another one gives another time: file systems count in steps of up to two seconds. */
const SETTLED_MS = 2000;

/**
 * What tells that files and folders are as they were without reading them: times of change, size and inode of each, or that
 * there is none. A folder changes when something appears in it or goes. Undefined if one has changed just now, for then a later
 * change might show the same.
 */
export function stampOf(paths: readonly string[], now: number): string | undefined {
  let settled = true;
  const stamps = paths.map((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return '-';
    const { mtimeMs, ctimeMs, size, ino } = found;
    if (Math.abs(now - mtimeMs) < SETTLED_MS || Math.abs(now - ctimeMs) < SETTLED_MS) settled = false;
    return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  });
  return settled ? stamps.join('\n') : undefined;
}
