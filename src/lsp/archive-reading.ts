import type { Taken } from './archive-index.ts';
import type { Clock } from './clock.ts';
import type { Documents } from './documents.ts';
import type { Lane } from './lane.ts';
import type { ConfigData } from './tasks.ts';

/** Not every client tells of files that change: so often we look ourselves, while somebody writes. */
const LOOK_MS = 60_000;

export interface ReadingOptions {
  readonly documents: Documents;
  /** Its thread keeps the facts of the archives. */
  readonly lane: Lane;
  readonly clock: Clock;
  /** Paths in archives that are read though none of their articles is open: all of their articles are asked for. */
  readonly always: () => readonly string[];
  /** Told how many articles of how many are still to be read. */
  readonly onProgress: (left: number, all: number) => void;
}

/** Has archives read, a moment at a time. */
export interface Reading {
  /** Reads what is new; false if that does not come to an end, nobody wants it any more, or the archive is too large. */
  readonly read: (config: ConfigData) => Promise<boolean>;
  /** What was read of an archive is not there any more. */
  readonly forget: (config: ConfigData) => void;
  /** Articles may have come, gone or changed. */
  readonly forgetAll: () => void;
}

/** Has read nothing at first. */
export function createReading({ documents, lane, clock, always, onProgress }: ReadingOptions): Reading {
  /** When each archive was looked through that is read, or being read. */
  const looked = new Map<string, number>();
  /** When reading an archive failed: the same article would stop it again at once. */
  const failed = new Map<string, number>();
  const since = (times: ReadonlyMap<string, number>, place: string): number =>
    clock.now().getTime() - (times.get(place) ?? Number.NEGATIVE_INFINITY);

  /** Reads for a moment; undefined if that failed. */
  async function step(config: ConfigData, anew: boolean): Promise<Taken | undefined> {
    const outcome = await lane.run(`facts ${placeOf(config)}`, { kind: 'facts', config, anew });
    if (outcome.kind === 'failed') failed.set(placeOf(config), clock.now().getTime());
    const taken = outcome.kind === 'done' ? outcome.value : undefined;
    const isWanted = documents.all().length + always().length > 0;
    onProgress(taken && isWanted ? taken.left : 0, taken?.all ?? 0);
    return isWanted ? taken : undefined;
  }

  return {
    read: async (config) => {
      const place = placeOf(config);
      if (since(failed, place) <= LOOK_MS) return false;
      const anew = since(looked, place) > LOOK_MS;
      if (anew) looked.set(place, clock.now().getTime());
      let taken = await step(config, anew);
      while (taken && taken.left > 0) taken = await step(config, false);
      if (!taken) looked.delete(place);
      return taken !== undefined && taken.all > 0 && !taken.tooMany;
    },
    forget: (config) => void looked.delete(placeOf(config)),
    forgetAll: () => looked.clear(),
  };
}

/** Names an archive. */
export function placeOf({ root, settings }: Pick<ConfigData, 'root' | 'settings'>): string {
  return JSON.stringify([root, settings.archive]);
}
