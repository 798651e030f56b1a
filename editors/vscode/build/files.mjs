// Which files belong to packages.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the package that a file lies in, or undefined for one of ours. */
export function packageOf(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

/** The folders of packages that files lie in. */
export function packagesOf(files) {
  return [...new Set(files.flatMap((file) => packageOf(file) ?? []))].sort();
}

/** The files of a folder whose names match, relative to the repository. */
export function filesIn(root, folder, pattern) {
  return readdirSync(join(root, folder))
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);
}
