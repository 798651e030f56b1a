import type { Message } from '../../rule.ts';

export const SITES = ['jekyll', 'hugo', 'zenn', 'astro', 'docusaurus', 'custom'] as const;
export type Site = (typeof SITES)[number];

export type ValueType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'list' | 'map' | 'null';

/** A form that a value must have, and its name for people. */
export interface Form {
  readonly pattern: RegExp;
  readonly name: Message;
}

/** What a site expects under a key. The LSP completes keys and explains them from the same data. */
export interface KeySpec {
  readonly types: readonly ValueType[];
  readonly meaning: Message;
  /** The only values that are allowed. */
  readonly values?: readonly string[];
  readonly form?: Form;
  /** In UTF-16 code units. */
  readonly maxLength?: number;
  readonly items?: ItemsSpec;
  /** What the date stands for: only a `published` one is compared with the file name and the clock. */
  readonly date?: 'published' | 'modified' | 'expiry';
  /** True if the key is no use without a value, so that an empty one is worth a warning. */
  readonly filled?: boolean;
  /** True if a bare text is cut at spaces, so that commas in it stay in the values (Jekyll). */
  readonly splitAtSpaces?: boolean;
  /** True if other types are common, too: a text with a number is then no more than a remark. */
  readonly lenient?: boolean;
  /** True for prose: placeholders such as «TODO: …» are looked for in it, and a lost `#…` matters. */
  readonly prose?: boolean;
}

/** What a list under a key may hold. */
export interface ItemsSpec {
  readonly max?: number;
  readonly maxLength?: number;
  readonly form?: Form;
  /** True if the site refuses a number or a boolean where it expects a text. */
  readonly onlyText?: boolean;
  /** True if an item may have keys of its own. */
  readonly maps?: boolean;
}

/** The conventions of one kind of site. */
export interface Profile {
  readonly site: Site | 'generic';
  /** For messages. */
  readonly name: string;
  readonly keys: Readonly<Record<string, KeySpec>>;
  readonly required: readonly string[];
  /** A heading of level 1 in the body serves as title. */
  readonly titleFromHeading: boolean;
  /** `always`: an article without front matter is no article to the site. */
  readonly frontMatter: 'always' | 'optional';
  readonly dateForm: Form;
  /** How a time without a zone is read: Jekyll takes it for UTC, the rest for the time of the site. */
  readonly unzoned: 'utc' | 'local';
  /** True if the site reads `yes`, `no`, `on` and `off` as booleans, as YAML 1.1 does. */
  readonly yesNo: boolean;
  /** Form of the file name, without `.md`. */
  readonly fileName?: Form;
  /** Keys are the same in upper and lower case. */
  readonly caseless: boolean;
  /** Keys of other sites that do nothing here, and what to use instead. */
  readonly instead: Readonly<Record<string, string>>;
}
