import { basename, dirname, isAbsolute, join, sep } from 'node:path';

/** True for the path of a file of an installed package. */
export function isInstalled(path: string): boolean {
  return isAbsolute(path) && path.includes(`${sep}node_modules${sep}`);
}

/**
 * Folders and manifests that change when installed files would be found elsewhere: the folders from each file up to the
 * `node_modules` that its package lies in, and the manifests and own `node_modules` of the packages. Sorted.
 */
export function installedPlaces(files: Iterable<string>): string[] {
  const places = new Set<string>();
  for (const file of files) addPlaces(dirname(file), places);
  return [...places].sort();
}

function addPlaces(folder: string, places: Set<string>): void {
  if (places.has(folder)) return;
  places.add(folder);
  if (basename(folder) === 'node_modules') return;
  if (isPackage(folder)) for (const name of ['package.json', 'node_modules']) places.add(join(folder, name));
  addPlaces(dirname(folder), places);
}

function isPackage(folder: string): boolean {
  const above = dirname(folder);
  const scopeAbove = basename(above).startsWith('@') && basename(dirname(above)) === 'node_modules';
  return scopeAbove || basename(above) === 'node_modules';
}
