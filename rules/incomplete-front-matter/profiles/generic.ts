import { COMMON, DRAFT, LAYOUT, MODIFIED } from './common-keys.ts';
import { RUBY_DATE } from './date-forms.ts';
import type { Profile } from './profile.ts';

/** An article whose site is not known: only what is wrong on every site. */
export const generic: Profile = {
  site: 'generic',
  name: '',
  keys: { ...COMMON, layout: LAYOUT, draft: DRAFT, lastmod: MODIFIED, last_modified_at: MODIFIED },
  required: ['title'],
  titleFromHeading: true,
  frontMatter: 'optional',
  dateForm: RUBY_DATE,
  unzoned: 'local',
  yesNo: true,
  caseless: false,
  instead: {},
};

/** A site of the user's own making: what it requires is said by the options alone. */
export const custom: Profile = { ...generic, site: 'custom', required: [] };
