/** Where this process keeps what makes the next one start faster. */
interface Store {
  /** The user's cache folder. */
  readonly folder: string;
  readonly now: () => number;
}

let opened: Store | undefined;

/** Lets `kept-modules.ts` and `remembered.ts` keep what they can; without a store they do the work each time. */
export function openStore(folder: string, now: () => number): void {
  opened = { folder, now };
}

/** Undefined if there is none. */
export function store(): Store | undefined {
  return opened;
}
