/** What a command reads and writes: given by the shell, so that tests run commands without a process. */
export interface Streams {
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  /** The whole of standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

/** Exit codes of every command; output options never change them. */
export const EXIT = { clean: 0, findings: 1, mistake: 2, failure: 3 } as const;
