import { generic } from './generic.ts';
import { profiles } from './profiles.ts';

/** Every key that any site knows: a key of another site is no misspelling. */
export const SITE_KEYS: ReadonlySet<string> = new Set(
  [generic, ...Object.values(profiles)].flatMap((profile) => Object.keys(profile.keys)),
);
