// The licences of the packages that are part of the extension.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, packagesOf } from './files.mjs';

/** A text with all packages that files belong to and their licences; equal ones stand there once. */
export function noticesOf(files, root) {
  const covered = new Map();
  for (const home of packagesOf(files)) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, home, 'package.json'), 'utf8'));
    const texts = filesIn(root, home, /^(?:licen[cs]e|notice|copying)/i).map((file) =>
      readFileSync(join(root, file), 'utf8').trim(),
    );
    const text = texts.join('\n\n') || `Licence: ${typeof license === 'string' ? license : license?.type}`;
    covered.set(text, new Set([...(covered.get(text) ?? []), `${name} ${version}`]));
  }
  const parts = Array.from(covered, ([text, names]) => `${[...names].join(', ')}\n\n${text}\n`);
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}
