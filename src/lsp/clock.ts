/** Time as the server sees it: tests bring their own. */
export interface Clock {
  readonly now: () => Date;
  /** Calls back after milliseconds; returns what cancels it. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** The clock of the machine. */
export const realClock: Clock = {
  now: () => new Date(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
