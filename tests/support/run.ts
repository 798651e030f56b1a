import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../rules/index.ts';
import { main } from '../../src/cli/main.ts';
import type { Streams } from '../../src/cli/streams.ts';
import { VERSION } from '../../src/lint/docs.ts';

/** What a command did. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command may be given beside its arguments. */
export interface Given extends Partial<Pick<Streams, 'env' | 'now'>> {
  readonly stdin?: string | Uint8Array;
  readonly tty?: boolean;
  readonly columns?: number;
}

/** Folder of the dictionary for all tests, so that it is built once. */
export const CACHE: string = join(tmpdir(), 'koetsu-test-cache');

/** Runs koetsu in this process. */
export async function run(argv: readonly string[], cwd: string, given: Given = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const { stdin = '', tty = false, columns = 80 } = given;
  const code = await main(argv, {
    cwd,
    stdout: { write: (text) => out.push(text), isTTY: tty, columns },
    stderr: { write: (text) => err.push(text), isTTY: false },
    readStdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    env: { KOETSU_CACHE: CACHE, ...given.env },
    now: given.now ?? new Date('2026-11-01T00:00:00Z'),
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

/** A run as a page: the command, its exit code and what it wrote, without what differs between machines and versions. */
export function pageOf(argv: readonly string[], ran: Ran, root: string): string {
  const parts = [
    `$ koetsu ${argv.map((argument) => (/^[\w./=*-]+$/.test(argument) ? argument : `'${argument}'`)).join(' ')}`,
    `exit code ${ran.code}`,
    ...(ran.stdout ? ['--- standard output', ran.stdout] : []),
    ...(ran.stderr ? ['--- standard error', ran.stderr] : []),
  ];
  return `${parts.join('\n').replaceAll(root, '/site').replaceAll(VERSION, 'VERSION').trimEnd()}\n`;
}

/** A `.textlintrc.json` in which only these rules of ours run, however many there are. */
export function only(ids: Readonly<Record<string, boolean | object>>, koetsu: object = {}): string {
  const off = Object.fromEntries(Object.keys(rules).map((id) => [id, false]));
  return `${JSON.stringify({ rules: { 'preset-koetsu': { ...off, ...ids } }, koetsu }, null, 2)}\n`;
}
