import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { cacheDirectory } from './cache-folder.ts';
import { keptPath, readKept, writeKept } from './kept-file.ts';

/** The parts of the bundle (scripts/bundle.mjs): each is loaded when it is asked for. */
interface Bundle {
  readonly parts: Readonly<Record<string, () => unknown>>;
  /** Code that V8 takes from a cache cannot `import()`: this does it instead. */
  readonly importThrough: (load: (url: string) => Promise<unknown>) => void;
}

type Run = (exports: object, require: NodeJS.Require, module: { exports: object }, filename: string) => void;

/** Where the build puts the bundle. */
const BUNDLE = fileURLToPath(new URL('../../koetsu.cjs', import.meta.url));

/** What a part is loaded for. */
interface Purpose {
  /** Processes of one purpose run about the same functions: their code is kept together. */
  readonly name: string;
  /** True if the process keeps, when it ends, the code that it compiled. */
  readonly keeps: boolean;
}

/**
 * Loads a part of koetsu from the bundle: one file instead of hundreds, with the code that V8 made of it in an earlier process,
 * if the user's cache folder has it. Where there is no bundle (the sources, or the compiled files alone), `plain` loads it.
 */
export async function loadPart<T>(part: string, plain: () => Promise<T>, purpose: Purpose): Promise<T> {
  const source = import.meta.url.endsWith('.js') ? readBundle() : undefined;
  return source ? (runBundle(source, purpose).parts[part]?.() as T) : plain();
}

function readBundle(): Buffer | undefined {
  try {
    return readFileSync(BUNDLE);
  } catch {
    return undefined;
  }
}

function runBundle(source: Buffer, { name, keeps }: Purpose): Bundle {
  const kept = keptPath(cacheDirectory(process.env), `${BUNDLE}\0${name}`);
  const identity = `${source.length} ${crc32(source)}`;
  const cachedData = readKept(kept, identity);
  const script = new Script(source.toString('latin1'), { filename: BUNDLE, ...(cachedData ? { cachedData } : {}) });
  if (keeps && (!cachedData || script.cachedDataRejected)) {
    process.once('exit', (code) => {
      // A run that came to nothing has not compiled what others need.
      if (code === 0 || code === 1) writeKept(kept, identity, script.createCachedData());
    });
  }
  const module = { exports: {} };
  (script.runInThisContext() as Run)(module.exports, createRequire(BUNDLE), module, BUNDLE);
  const bundle = module.exports as Bundle;
  bundle.importThrough((url) => import(url));
  return bundle;
}
