import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { generateArticle } from './article-generator.mjs';
import { ROOT } from './commands.mjs';
import { randomOf } from './random.mjs';

const CORPUS = resolve(ROOT, '../shared/corpus/archive');

/** Where the articles come from, for the report. */
export const ORIGIN = existsSync(CORPUS) ? 'articles of an archive' : 'generated articles';

/** Copies so many articles into a folder, every n-th of the corpus or generated ones; returns their paths. */
export function copyArticles(folder, count) {
  mkdirSync(folder, { recursive: true });
  return articles(count).map(({ name, text }) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

function articles(count) {
  if (!existsSync(CORPUS)) {
    const random = randomOf(210);
    return Array.from({ length: count }, (_, i) => ({
      name: `2026-01-${String(1 + (i % 28)).padStart(2, '0')}-generated-${i}.md`,
      text: generateArticle(i, random.int(4_000, 75_000)),
    }));
  }
  const names = readdirSync(CORPUS, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .sort();
  const every = Math.max(1, Math.floor(names.length / count));
  return names
    .filter((_, i) => i % every === 0)
    .slice(0, count)
    .map((name) => ({ name: basename(name), text: readFileSync(join(CORPUS, name), 'utf8') }));
}

/** One text of about so many bytes: the bodies of different articles, one after the other, cut between blocks. */
export function textOfSize(bytes) {
  const parts = [];
  let size = 0;
  for (const { text } of articles(400)) {
    for (const block of text.replace(/^---\n[\s\S]*?\n---\n/, '').split(/\n{2,}/)) {
      if (size >= bytes) return `${parts.join('\n\n')}\n`;
      parts.push(block);
      size += Buffer.byteLength(block) + 2;
    }
  }
  return `${parts.join('\n\n')}\n`;
}
