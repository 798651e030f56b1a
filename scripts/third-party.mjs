// The licences of the packages that a bundle holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Text that names all packages of esbuild's `metafile.inputs` with their licences. Equal licences are printed once, below the
 * packages that they cover. Throws if a package comes without one.
 */
export function noticeOf(inputs, root) {
  const covered = new Map();
  for (const folder of foldersOf(inputs)) {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const text = licenceOf(join(root, folder), manifest);
    covered.set(text, [...(covered.get(text) ?? []), `${manifest.name} ${manifest.version}`]);
  }
  return Array.from(covered, ([text, packages]) => `${packages.join(', ')}\n\n${text}\n\n`).join('');
}

/** Folders of packages, also of those that lie in others. */
function foldersOf(inputs) {
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** Some packages say in their package.json only which licence they have. */
function licenceOf(folder, { name, license, licenses, author }) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file) return readFileSync(join(folder, file), 'utf8').replaceAll('*/', '* /').trim();
  const id = license ?? licenses?.map(({ type }) => type).join(', ');
  if (!id) throw new Error(`${name} has no licence`);
  return [`Licence: ${id}`, author && `Copyright: ${author.name ?? author}`].filter(Boolean).join('\n');
}
