/** Lets others wait until something happens. */
export interface Changes {
  /** Resolves when something happens that happens later than this call. */
  readonly next: () => Promise<void>;
  readonly happened: () => void;
}

/** Nothing has happened yet. */
export function createChanges(): Changes {
  let waiting: (() => void)[] = [];
  return {
    next: () => new Promise((resolve) => waiting.push(resolve)),
    happened: () => {
      const all = waiting;
      waiting = [];
      for (const resolve of all) resolve();
    },
  };
}
