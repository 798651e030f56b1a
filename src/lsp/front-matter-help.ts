import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { generic } from '../../rules/incomplete-front-matter/profiles/generic.ts';
import type { KeySpec, Profile } from '../../rules/incomplete-front-matter/profiles/profile.ts';
import { profiles } from '../../rules/incomplete-front-matter/profiles/profiles.ts';
import type { Locale } from '../lint/mistake.ts';
import type { FrontMatterPlace } from './front-matter-place.ts';
import type { LineIndex } from './line-index.ts';
import { markup } from './markup.ts';
import { messages } from './messages.ts';
import { rangeToLsp } from './to-lsp.ts';

/** How often each value of a key is used in the archive. */
export type UsedValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Keys that share their values with others. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  author: ['author', 'authors'],
  authors: ['author', 'authors'],
  category: ['category', 'categories'],
  categories: ['category', 'categories'],
};

export interface Shown {
  readonly index: LineIndex;
  readonly locale: Locale;
  readonly site: Profile['site'];
  readonly markdownCompletion: boolean;
}

/** Completions of a key or a value; keys that are there already, and items of the same list, are left out. */
export function completionsAt(place: FrontMatterPlace, used: UsedValues, shown: Shown): CompletionItem[] {
  const profile = profileOf(shown.site);
  if (place.kind === 'value') return valueItems(place, profile.keys[place.key], used, shown);
  const range = rangeToLsp(place.range, shown.index);
  return Object.entries(profile.keys)
    .filter(([key]) => !place.present.includes(key))
    .map(([key, spec]) => ({
      label: key,
      kind: CompletionItemKind.Property,
      detail: spec.meaning[shown.locale],
      documentation: markup(keyPage(key, spec, profile, shown.locale), shown.markdownCompletion),
      sortText: `${profile.required.includes(key) ? 0 : 1}${key}`,
      textEdit: { range, newText: `${key}: ` },
    }));
}

/** What a key means, in Markdown; undefined for keys that the site does not know. */
export function keyHelp(key: string, { site, locale }: Pick<Shown, 'site' | 'locale'>): string | undefined {
  const profile = profileOf(site);
  const spec = Object.hasOwn(profile.keys, key) ? profile.keys[key] : undefined;
  return spec && keyPage(key, spec, profile, locale);
}

function keyPage(key: string, spec: KeySpec, profile: Profile, locale: Locale): string {
  const say = messages[locale];
  const notes = [
    profile.required.includes(key) ? say.required : '',
    spec.types.join(' | '),
    spec.form?.name[locale] ?? '',
    spec.values ? `${say.oneOf}: ${spec.values.map((value) => `\`${value}\``).join(', ')}` : '',
  ];
  return `**${key}** — ${spec.meaning[locale]}\n\n${notes.filter((note) => note !== '').join(' · ')} (${profile.name})`;
}

function valueItems(
  place: Extract<FrontMatterPlace, { kind: 'value' }>,
  spec: KeySpec | undefined,
  used: UsedValues,
  { index, locale }: Shown,
): CompletionItem[] {
  const range = rangeToLsp(place.range, index);
  const fixed = spec?.values ?? (spec?.types.every((type) => type === 'boolean') ? ['true', 'false'] : []);
  const counts = new Map<string, number>();
  for (const key of SAME[place.key] ?? [place.key])
    for (const [value, count] of used.get(key) ?? []) counts.set(value, (counts.get(value) ?? 0) + count);
  const known = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const item = (value: string, rank: number, detail?: string): CompletionItem => ({
    label: value,
    kind: CompletionItemKind.Value,
    sortText: String(rank).padStart(5, '0'),
    textEdit: { range, newText: fixed.includes(value) ? value : written(value, place.format) },
    ...(detail ? { detail } : {}),
  });
  return [
    ...fixed.map((value, i) => item(value, i)),
    ...known
      .filter(([value]) => !fixed.includes(value) && !place.present.includes(value))
      .map(([value, count], i) => item(value, fixed.length + i, messages[locale].usedIn(count))),
  ];
}

/** A text as it has to be written: plain where YAML reads it as that text. */
function written(value: string, format: 'yaml' | 'toml'): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} ._/+-]*$/u.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value);
  return isPlain && format === 'yaml' && value.trim() === value ? value : JSON.stringify(value);
}

function profileOf(site: Profile['site']): Profile {
  return site === 'generic' ? generic : profiles[site];
}
