import { distance } from 'fastest-levenshtein';
import type { Message } from '../../rules/rule.ts';
import type { Range } from '../text/range.ts';

export type Locale = 'ja' | 'en';

/** A text in both languages of the tool. */
export type Bilingual = Message;

/** Something that the user got wrong in arguments or configuration: reported together with all others, without a stack. */
export interface Mistake {
  readonly message: Bilingual;
  /** The file that has to be changed. */
  readonly file?: string;
  /** Where in the file: keys and indices from the top. */
  readonly keyPath?: readonly (string | number)[];
  /** 1-based. */
  readonly line?: number;
  /** In the text of the file as it is on disk: a key, or what cannot be parsed. */
  readonly range?: Range;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (...mistakes: readonly Mistake[]): Result<never> => ({ ok: false, mistakes });

/** One line for people: `file:line key.path message`. */
export function describeMistake(mistake: Mistake, locale: Locale): string {
  const place = mistake.file === undefined ? '' : `${mistake.file}${mistake.line ? `:${mistake.line}` : ''}: `;
  const key = mistake.keyPath?.length ? `${mistake.keyPath.join('.')}: ` : '';
  return `${place}${key}${mistake.message[locale]}`;
}

/** The name that was probably meant: at most a third of its characters differ. Undefined if none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const far = distance(name.toLowerCase(), candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** «Unknown X», with the name that was probably meant. */
export function unknownName(what: Bilingual, name: string, names: readonly string[]): Bilingual {
  const near = nearest(name, names);
  const list = names.length > 0 && names.length <= 20 ? names.join(', ') : undefined;
  return {
    ja: `「${name}」という${what.ja}はありません。${near ? `「${near}」ではありませんか。` : list ? `使えるのは ${list} です。` : ''}`,
    en: `There is no ${what.en} "${name}". ${near ? `Did you mean "${near}"?` : list ? `Known: ${list}.` : ''}`.trim(),
  };
}
