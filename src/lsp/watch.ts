import { join } from 'node:path';
import type { Clock } from './clock.ts';

/** What we notice of files that change together is one change. */
const PAUSE_MS = 30;

/** Calls back when a file in a folder changes; returns what ends it, undefined where the folder cannot be watched. */
export type WatchFolder = (folder: string, onChange: (name: string) => void) => (() => void) | undefined;

export interface WatchOptions {
  readonly clock: Clock;
  readonly watch: WatchFolder;
  /** Absolute paths. */
  readonly onChanges: (paths: ReadonlySet<string>) => void;
}

/** Files whose changes matter, whoever notices them. */
export interface Watch {
  /** Watches these folders, not those below them, and no others any more. */
  readonly cover: (folders: ReadonlySet<string>) => void;
  /** Changes that the client noticed. */
  readonly changed: (paths: readonly string[]) => void;
  readonly close: () => void;
}

/** Watches nothing at first. */
export function createWatch({ clock, watch, onChanges }: WatchOptions): Watch {
  const watching = new Map<string, () => void>();
  const changes = new Set<string>();
  let stopWaiting: (() => void) | undefined;

  function noticed(path: string): void {
    changes.add(path);
    stopWaiting ??= clock.after(PAUSE_MS, () => {
      stopWaiting = undefined;
      const all = new Set(changes);
      changes.clear();
      onChanges(all);
    });
  }

  function cover(folders: ReadonlySet<string>): void {
    for (const [folder, stop] of watching) if (!folders.has(folder) && watching.delete(folder)) stop();
    for (const folder of folders) {
      // One that is not there may be there the next time.
      const stop = watching.get(folder) ?? watch(folder, (name) => noticed(join(folder, name)));
      if (stop) watching.set(folder, stop);
    }
  }

  return {
    cover,
    changed: (paths) => onChanges(new Set(paths)),
    close: () => {
      stopWaiting?.();
      cover(new Set());
    },
  };
}
