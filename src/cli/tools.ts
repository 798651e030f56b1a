import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Tools } from '../lint/lint-text.ts';
import { loadTokenizer } from '../text/load-tokenizer.ts';
import type { Streams } from './streams.ts';

/** Loads what linting needs; the dictionary comes from the user's cache folder once it was built. */
export async function loadTools({ env, now }: Streams): Promise<Tools> {
  return { tokenize: await loadTokenizer({ cacheDirectory: cacheDirectory(env) }), now };
}

/** `$KOETSU_CACHE`, else `koetsu` in the user's cache folder (XDG, or the one of Windows). */
export function cacheDirectory(env: Streams['env']): string {
  const home = env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), '.cache');
  return env.KOETSU_CACHE || join(home, 'koetsu');
}
