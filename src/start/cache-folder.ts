import { homedir } from 'node:os';
import { join } from 'node:path';

/** `$KOETSU_CACHE`, else `koetsu` in the user's cache folder (XDG, or the one of Windows). */
export function cacheDirectory(env: Readonly<Record<string, string | undefined>>): string {
  const home = env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir(), '.cache');
  return env.KOETSU_CACHE || join(home, 'koetsu');
}
