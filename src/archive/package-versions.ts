import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What counts of a package.json. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly string[];
}

/**
 * `name@version` of the packages that the given files belong to and of everything they depend on, sorted, each once: what is
 * installed, not what is asked for. A dependency that is not installed is left out.
 */
export function packageVersions(files: readonly string[]): string[] {
  const known = new Map<string, Manifest>();
  const waiting = files.flatMap((file) => packageFolder(file) ?? []);
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (known.has(folder)) continue;
    const manifest = readManifest(folder);
    known.set(folder, manifest);
    for (const name of manifest.dependencies) waiting.push(...installedAt(name, folder));
  }
  return [...new Set([...known.values()].map(({ name, version }) => `${name}@${version}`))].sort();
}

/** Folder of the package that a file lies in, links resolved; undefined if there is none. */
export function packageFolder(file: string): string | undefined {
  for (let folder = dirname(realpathSync(file)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && readManifest(folder).name !== '') return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function readManifest(folder: string): Manifest {
  const nothing = { name: '', version: '', dependencies: [] };
  try {
    const { name, version, dependencies, peerDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    // Files such as dist/cjs/package.json only say which kind of module lies below them.
    if (typeof name !== 'string' || typeof version !== 'string') return nothing;
    const all = { ...dependencies, ...peerDependencies, ...optionalDependencies };
    return { name, version, dependencies: Object.keys(all) };
  } catch {
    return nothing;
  }
}

function installedAt(name: string, from: string): string[] {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return [realpathSync(candidate)];
    if (dirname(folder) === folder) return [];
  }
}
