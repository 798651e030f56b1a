import { execFileSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { buildOnce, ROOT } from './built.ts';

const HOME = join(ROOT, 'editors/vscode');

/** Why the extension cannot be built here; undefined if it can. What it is built with is installed if it is not there. */
export function extensionTools(): string | undefined {
  if (existsSync(join(HOME, 'node_modules/@vscode/vsce/package.json'))) return undefined;
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HOME, stdio: 'pipe', timeout: 240_000 });
    return undefined;
  } catch (error) {
    return `npm ci fails in editors/vscode: ${String(error).split('\n')[0]}`;
  }
}

/** Builds the .vsix as its script does, in a folder; returns its path. */
export async function buildVsix(folder: string): Promise<string> {
  await buildOnce();
  const out = join(folder, 'koetsu.vsix');
  execFileSync(process.execPath, [join(HOME, 'package.mjs'), '--out', out], { stdio: 'pipe' });
  return out;
}

interface Entry {
  readonly fileName: string;
}

interface Archive {
  readonly eachEntry: () => AsyncIterable<Entry>;
  readonly openReadStreamPromise: (entry: Entry) => Promise<NodeJS.ReadableStream>;
}

/** Unpacks a .vsix into a folder, as an editor does; returns the folder of the extension. */
export async function unpack(vsix: string, folder: string): Promise<string> {
  const { openPromise } = createRequire(join(HOME, 'package.json'))('yauzl') as {
    readonly openPromise: (path: string) => Promise<Archive>;
  };
  const archive = await openPromise(vsix);
  for await (const entry of archive.eachEntry()) {
    const target = join(folder, entry.fileName);
    mkdirSync(dirname(target), { recursive: true });
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target));
  }
  return join(folder, 'extension');
}
