import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfig } from '../lint/default-config.ts';
import { CONFIG_FILES } from '../lint/read-config.ts';
import type { Outcome } from './check.ts';
import { EXIT, type Streams } from './streams.ts';

/** What tells a site generator by its files. */
const SITES = [
  { site: 'jekyll', files: ['_config.yml', '_posts'], archive: ['_posts/**/*.md'] },
  { site: 'hugo', files: ['hugo.toml', 'hugo.yaml', 'archetypes'], archive: ['content/**/*.md'] },
  {
    site: 'docusaurus',
    files: ['docusaurus.config.js', 'docusaurus.config.ts'],
    archive: ['blog/**/*.{md,mdx}', 'docs/**/*.{md,mdx}'],
  },
  { site: 'astro', files: ['astro.config.mjs', 'astro.config.ts'], archive: ['src/content/**/*.{md,mdx}'] },
  { site: 'zenn', files: ['articles'], archive: ['articles/**/*.md', 'books/**/*.md'] },
] as const;

/** `koetsu init`: writes the default configuration, with the site generator that the folder shows. Never overwrites one. */
export function init({ cwd, stdout }: Streams): Outcome {
  const existing = CONFIG_FILES.find((name) => existsSync(join(cwd, name)));
  if (existing) {
    const message = {
      ja: 'すでにあります。編集するか、削除してからやり直してください。',
      en: 'It exists already; edit it, or delete it and try again.',
    };
    return { mistakes: [{ file: join(cwd, existing), message }] };
  }
  const found = SITES.find(({ files }) => files.some((file) => existsSync(join(cwd, file))));
  const koetsu = { ...(found ? { site: found.site, archive: found.archive } : {}), ...defaultConfig.koetsu };
  const config = { $schema: './node_modules/koetsu/dist/schema.json', rules: defaultConfig.rules, koetsu };
  const file = join(cwd, '.textlintrc.json');
  try {
    writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    // On a full disk the beginning of the file would stand in the way of the next try.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(file, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    return {
      mistakes: [{ file, message: { ja: `書き込めません（${reason}）。`, en: `It cannot be written: ${reason}` } }],
    };
  }
  stdout.write(`${file}${found ? ` (${found.site})` : ''}\n`);
  return { code: EXIT.clean };
}
