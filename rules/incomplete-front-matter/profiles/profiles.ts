import { astro } from './astro.ts';
import { docusaurus } from './docusaurus.ts';
import { custom } from './generic.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import type { Profile, Site } from './profile.ts';
import { zenn } from './zenn.ts';

/** The conventions of every site that can be named in the options. */
export const profiles: Readonly<Record<Site, Profile>> = { jekyll, hugo, zenn, astro, docusaurus, custom };
