// Which files belong to packages.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package that a file lies in, or undefined for one of ours. */
function packageOf(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

/** The manifests above files, up to those of their packages: each tells Node how to read the files below it. */
export function manifestsOf(root, files) {
  const found = new Set();
  for (const file of files) {
    const home = packageOf(file) ?? '';
    for (let folder = dirname(file); folder.startsWith(home) && folder !== '.'; folder = dirname(folder)) {
      const manifest = `${folder}/package.json`;
      if (existsSync(join(root, manifest))) found.add(manifest);
    }
  }
  return [...found];
}

/** The files of a folder whose names match, relative to the repository. */
export function filesIn(root, folder, pattern) {
  return readdirSync(join(root, folder))
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);
}
