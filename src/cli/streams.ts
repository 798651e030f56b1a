/** What a command reads and writes: given by the shell, so that tests run commands without a process. */
export interface Streams {
  readonly cwd: string;
  readonly stdout: {
    write(text: string): unknown;
    once?(event: 'drain', listener: () => void): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  /** The whole of standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** Standard input as it comes, for endless input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** From the call on, Ctrl-C no longer ends the process but aborts this signal; a second one ends it. */
  readonly catchInterrupt?: () => AbortSignal;
}

/** Exit codes of every command; output options never change them. 130 is what shells expect after Ctrl-C. */
export const EXIT = { clean: 0, findings: 1, mistake: 2, failure: 3, interrupted: 130 } as const;
