import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT: string = fileURLToPath(new URL('../..', import.meta.url));

/** What the build ends with. */
const LAST = join(ROOT, 'dist/schema.json');
const LOCK = join(ROOT, '.cache/build.lock');

/** Compiles the package to `dist/` unless what lies there is newer than the sources; test files that run side by side wait. */
export async function buildOnce(): Promise<void> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  while (!takeLock()) await wait(200);
  try {
    if (isStale()) execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], { stdio: 'pipe' });
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/** A lock that is older than two minutes was left behind. */
function takeLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    if (Date.now() - changed(LOCK) > 120_000) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function isStale(): boolean {
  const sources = ['src', 'rules', 'scripts'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|mjs|css)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const newest = Math.max(...[...sources, join(ROOT, 'tsconfig.build.json')].map(changed));
  return changed(LAST) < newest;
}

/** When a file was changed last, in milliseconds; 0 if there is none. */
function changed(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
