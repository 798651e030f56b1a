import type { Document } from '../../src/document/document.ts';
import { entryOf } from '../../src/document/front-matter.ts';
import type { Options } from './options.ts';
import { generic } from './profiles/generic.ts';
import type { Profile } from './profiles/profile.ts';
import { profiles } from './profiles/profiles.ts';

/** Which conventions hold, and how it is known. `path`: the folder alone makes the file an article of that site. */
export interface SiteGuess {
  readonly profile: Profile;
  readonly by: 'option' | 'path' | 'keys' | 'nothing';
}

/** The file name is a date and a name: a post, of Jekyll and of many other sites. */
export const DATED_NAME: RegExp = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:-|$)/u;

const JEKYLL_LAYOUTS = new Set(['post', 'posts', 'page', 'article', 'default', 'single', 'home']);
const ASTRO_KEYS = ['pubDate', 'pubDatetime', 'updatedDate', 'modDatetime', 'heroImage'];
const DOCUSAURUS_KEYS = [
  'sidebar_position',
  'sidebar_label',
  'hide_table_of_contents',
  'pagination_label',
  'custom_edit_url',
  'displayed_sidebar',
  'author_image_url',
];
const HUGO_KEYS = ['lastmod', 'publishDate', 'expiryDate', 'isCJKLanguage', 'linkTitle', 'cascade', 'translationKey'];

/** Tells the kind of site from the option, the path and the keys; `generic` where nothing gives it away. */
export function siteOf(document: Document, options: Options): SiteGuess {
  if (options.site !== 'auto') return { profile: profiles[options.site], by: 'option' };
  const path = document.path?.replaceAll('\\', '/') ?? '';
  if (/(?:^|\/)_(?:posts|drafts)\//u.test(path)) return { profile: profiles.jekyll, by: 'path' };
  const profile = profileByKeys(document, path);
  return profile ? { profile, by: 'keys' } : { profile: generic, by: 'nothing' };
}

/** The last part of the path without its extension; empty for a text without a path. */
export function baseName(document: Document): string {
  const name = document.path?.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return name.replace(/\.(?:md|mdx|markdown)$/u, '');
}

function profileByKeys(document: Document, path: string): Profile | undefined {
  const { frontMatter } = document;
  if (!frontMatter) return undefined;
  if (frontMatter.format === 'toml') return profiles.hugo;
  const has = (...keys: readonly string[]) => keys.some((key) => entryOf(frontMatter, key));
  if (has('emoji', 'topics') && (has('published', 'type') || /(?:^|\/)articles\//u.test(path))) return profiles.zenn;
  const layout = textOf(document, 'layout');
  if (has(...ASTRO_KEYS) || layout?.endsWith('.astro') || /(?:^|\/)src\/content\//u.test(path)) return profiles.astro;
  if (has(...DOCUSAURUS_KEYS)) return profiles.docusaurus;
  if (has(...HUGO_KEYS) || (has('draft', 'weight') && /(?:^|\/)content\//u.test(path))) return profiles.hugo;
  if (layout !== undefined && JEKYLL_LAYOUTS.has(layout) && has('title', 'date', 'tags', 'categories')) {
    return profiles.jekyll;
  }
  return undefined;
}

function textOf(document: Document, key: string): string | undefined {
  const value = entryOf(document.frontMatter, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
