import Module from 'node:module';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { installedPlaces, isInstalled } from './installed-places.ts';
import { keptPath, readKept, writeKept } from './kept-file.ts';
import { requireOf } from './require-of.ts';
import { stampOf } from './stamps.ts';
import { store } from './store.ts';

/** What is kept of the CommonJS modules that were loaded for one of the user's packages. */
interface Kept {
  /** Folders and manifests on which `found` depends, and what they were like (`stampOf`). */
  readonly places: readonly string[];
  readonly stamp: string;
  /** Folder of the asking file and what it asked for → file. */
  readonly found: ReadonlyMap<string, string>;
  /** File → checksum of its text, and the code that V8 made of it. */
  readonly code: ReadonlyMap<string, { readonly checksum: number; readonly data: Uint8Array }>;
}

/** What was compiled in this process. */
interface Compiled {
  readonly checksum: number;
  readonly script: Script;
  /** True if its code was there. */
  readonly known: boolean;
}

interface Loading {
  readonly kept: Kept | undefined;
  /** As in `Kept`; empty at first if what is kept may be outdated. */
  readonly found: Map<string, string>;
  readonly isCurrent: boolean;
  readonly compiled: Map<string, Compiled>;
}

/** The parts of Node's loader that nearly all tools of its kind replace, as they are called. */
interface Loader {
  _resolveFilename(request: string, parent: NodeJS.Module | undefined, ...rest: unknown[]): string;
  readonly prototype: { _compile(content: string, filename: string, format?: string): unknown };
}

/** Format of what is kept. */
const IDENTITY = 'modules 1';
const loader = Module as unknown as Loader;
let busy = false;

/**
 * Loads a package of the user, from its main file on. Where its modules lie and what V8 made of them are taken from an earlier
 * process, and kept for later ones when this one ends. Their text is read each time, so that a changed file is compiled anew;
 * where they lie is looked up again if a folder or manifest on the way has changed.
 */
export async function withKeptModules<T>(entry: string, load: () => Promise<T>): Promise<T> {
  const { folder, now } = store() ?? {};
  if (!folder || !now || busy || typeof loader.prototype._compile !== 'function') return load();
  const file = keptPath(folder, entry);
  const loading = begin(file, now());
  const unhook = hook(loading);
  busy = true;
  try {
    return await load();
  } finally {
    busy = false;
    unhook();
    if (isNew(loading)) process.once('exit', () => keep(file, loading, now()));
  }
}

function begin(file: string, now: number): Loading {
  const kept = readStored(file);
  const isCurrent = kept !== undefined && kept.stamp === stampOf(kept.places, now);
  return { kept, isCurrent, found: new Map(isCurrent ? kept.found : []), compiled: new Map() };
}

function isNew({ isCurrent, found, kept, compiled }: Loading): boolean {
  if (!isCurrent || found.size !== kept?.found.size) return true;
  return [...compiled.values()].some(({ known }) => !known);
}

function readStored(file: string): Kept | undefined {
  const data = readKept(file, IDENTITY);
  return data && (deserialize(data) as Kept);
}

function keep(file: string, { found, compiled }: Loading, now: number): void {
  const places = installedPlaces(found.values());
  const stamp = stampOf(places, now);
  if (stamp === undefined) return;
  const code = new Map(
    Array.from(compiled, ([path, { checksum, script }]) => [path, { checksum, data: script.createCachedData() }]),
  );
  writeKept(file, IDENTITY, serialize({ places, stamp, found, code } satisfies Kept));
}

function hook(loading: Loading): () => void {
  const { _resolveFilename: resolve } = loader;
  const { _compile: compile } = loader.prototype;
  loader._resolveFilename = function (request, parent, ...rest) {
    const from = parent?.filename;
    if (!from || !isInstalled(from) || typeof rest[1] === 'object') return resolve.call(this, request, parent, ...rest);
    const key = `${dirname(from)}\0${request}`;
    const known = loading.found.get(key);
    if (known !== undefined) return known;
    const path = resolve.call(this, request, parent, ...rest);
    if (isInstalled(path)) loading.found.set(key, path);
    return path;
  };
  loader.prototype._compile = function (this: NodeJS.Module, content, filename, format) {
    const script = isInstalled(filename) ? scriptOf(content, filename, loading) : undefined;
    if (!script) return compile.call(this, content, filename, format);
    const run = script.runInThisContext();
    return run.call(this.exports, this.exports, requireOf(this), this, filename, dirname(filename));
  };
  return () => {
    loader._resolveFilename = resolve;
    loader.prototype._compile = compile;
  };
}

/** `import()`, which is a type where it stands in braces behind a tag. */
const IMPORT = /\bimport\s*\(/;
const TYPES = /@\w+\s*\{[^}\n]*\}/g;

/** Undefined if Node has to compile the text itself: it is an ES module, broken, or calls `import()`. */
function scriptOf(content: string, filename: string, { kept, compiled }: Loading): Script | undefined {
  if (IMPORT.test(content) && IMPORT.test(content.replaceAll(TYPES, ''))) return undefined;
  const checksum = crc32(content);
  const code = kept?.code.get(filename);
  const cachedData = code?.checksum === checksum ? code.data : undefined;
  try {
    const script = new Script(Module.wrap(content), { filename, ...(cachedData ? { cachedData } : {}) } as object);
    const known = cachedData !== undefined && !script.cachedDataRejected;
    compiled.set(filename, { checksum, script, known });
    return script;
  } catch {
    return undefined;
  }
}
