import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What counts of a package.json. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly string[];
}

/** What is installed. */
export interface Installed {
  /** `name@version` of each package, sorted, each once. */
  readonly versions: readonly string[];
  /** All that decides what is found: manifests, and the folders that packages lie in. */
  readonly places: readonly string[];
}

/**
 * The packages that the given files belong to and everything they depend on: what is installed, not what is asked for. A
 * dependency that is not installed is left out.
 */
export function installedFor(files: readonly string[]): Installed {
  const known = new Map<string, Manifest>();
  const waiting = files.flatMap((file) => packageFolder(file) ?? []);
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (known.has(folder)) continue;
    const manifest = readManifest(folder);
    known.set(folder, manifest);
    for (const name of manifest.dependencies) waiting.push(...installedAt(name, folder));
  }
  return {
    versions: [...new Set([...known.values()].map(({ name, version }) => `${name}@${version}`))].sort(),
    places: [...new Set([...known.keys()].flatMap(placesOf))],
  };
}

/** A package that is added or taken away below a folder changes its `node_modules`, or the folder itself. */
function placesOf(folder: string): string[] {
  return [folder, join(folder, 'package.json'), join(folder, 'node_modules'), dirname(folder)];
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
