import { posix } from 'node:path';
import type { Range } from '../../text/range.ts';
import { type AcrossProblem, groupsBy, type Member } from './member.ts';

/** The addresses of a site are known once so many different ones lead to articles … */
const LEAST_KNOWN = 5;
/** … and so many of all that look alike do. */
const KNOWN_SHARE = 0.9;
/** An address without a date that so many articles link to is a page of the site: its profile, a list. */
const PAGE_ARTICLES = 3;
const DAY = 86_400_000;

/** A link, or a name in the front matter, that may stand for an article. */
interface Reference {
  readonly member: Member;
  readonly range: Range;
  /** As it is written. */
  readonly target: string;
  /** References of one shape lead to articles in the same way, or not at all: `/blog/:year/:month/:day`. */
  readonly shape: string;
  readonly dated: boolean;
  /** Whether there is such an article. */
  readonly alive: boolean;
}

/**
 * Links and names in the front matter that lead to no article of the archive. How a site makes addresses is learnt from the links
 * that do lead to one: a shape of address of which nearly all are articles. Others may be pages, or another site.
 */
export function deadLinks(members: readonly Member[]): AcrossProblem[] {
  const site = siteOf(members);
  const references = members.flatMap((member) => referencesOf(member, site));
  return [...groupsBy(references, ({ shape }) => shape).values()].flatMap((group) => {
    const known = new Set(group.filter(({ alive }) => alive).map(({ target }) => target)).size;
    const all = groupsBy(group, ({ target }) => target);
    if (known < LEAST_KNOWN || known < all.size * KNOWN_SHARE) return [];
    return [...all.values()].filter((uses) => uses[0]?.alive === false && !isPage(uses)).flatMap(problemsOf);
  });
}

function isPage(uses: readonly Reference[]): boolean {
  return uses[0]?.dated === false && new Set(uses.map(({ member }) => member)).size >= PAGE_ARTICLES;
}

function problemsOf(uses: readonly Reference[]): AcrossProblem[] {
  const first = new Map([...uses].reverse().map((use) => [use.member, use]));
  return [...first.values()].reverse().map(({ member, range, target }) => ({
    member,
    id: 'dead-link',
    severity: 'warning',
    range,
    identity: target,
    message: {
      ja: `「${target}」にあたる記事がありません。リンク先を確かめてください。`,
      en: `There is no article at “${target}”; check the link.`,
    },
    others: [],
  }));
}

/** What the articles of a site may be called by. */
interface Site {
  readonly files: ReadonlySet<string>;
  /** Names with and without date, and the days (since 1970) of the articles that have them. */
  readonly slugs: ReadonlyMap<string, readonly number[]>;
  readonly addresses: ReadonlySet<string>;
}

function siteOf(members: readonly Member[]): Site {
  const slugs = new Map<string, number[]>();
  for (const { name, facts } of members) {
    const file = stemOf(posix.basename(name));
    const dates = [facts.date, /^\d{4}-\d{2}-\d{2}/u.exec(file)?.[0]].map((date) => Date.parse(date ?? '') / DAY);
    const folder = file === 'index' ? [posix.basename(posix.dirname(name))] : [];
    for (const slug of new Set([file, facts.slug ?? file, ...folder, ...facts.addresses].map(folded)))
      slugs.set(slug, [...(slugs.get(slug) ?? []), ...dates.filter(Number.isFinite)]);
  }
  return {
    files: new Set(members.map(({ name }) => folded(name))),
    slugs,
    addresses: new Set(members.flatMap(({ facts }) => facts.addresses.map(folded))),
  };
}

function referencesOf(member: Member, site: Site): Reference[] {
  const named = member.facts.named.map(({ slug: { text, range } }): Reference => {
    const alive = site.slugs.has(folded(text)) || site.addresses.has(folded(text));
    return { member, range, target: text, shape: 'front matter', dated: true, alive };
  });
  const linked = member.facts.links.flatMap(({ target, range }): Reference[] => {
    const read = /^(?:\/|https?:)/iu.test(target) ? readAddress(folded(target), site) : readFile(target, member, site);
    return read ? [{ member, range, target, ...read }] : [];
  });
  return [...named, ...linked];
}

type Read = Pick<Reference, 'shape' | 'dated' | 'alive'>;

function readFile(target: string, { name }: Member, { files }: Site): Read | undefined {
  const file = posix.join(posix.dirname(name), decoded(target));
  return file.startsWith('..') ? undefined : { shape: 'file', dated: true, alive: files.has(folded(file)) };
}

const DATED = /^(.*)\/(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?\/([^/]+)$/u;

function readAddress(address: string, { slugs, addresses }: Site): Read | undefined {
  const path = address.replace(/^https?:\/\/[^/]+/u, '');
  if (/\.[a-z][a-z\d]{1,4}$/u.test(path)) return undefined;
  const isAddress = addresses.has(path);
  const [, before, year, month, day, slug = ''] = DATED.exec(address) ?? [];
  if (before !== undefined) {
    const span = daysOf(Number(year), Number(month), day === undefined ? undefined : Number(day));
    const alive = isAddress || (slugs.get(slug) ?? []).some((date) => date >= span[0] && date <= span[1]);
    return { shape: `${before}/:year/:month${day === undefined ? '' : '/:day'}`, dated: true, alive };
  }
  const end = address.lastIndexOf('/');
  const [folder, name] = [address.slice(0, end), address.slice(end + 1)];
  const dated = /^\d{4}-\d{2}-\d{2}-/u.test(name);
  // Pages and articles side by side at the top of a site cannot be told apart.
  if (!dated && !/[^/:]\/[^/]+$|^\/[^/]+$/u.test(folder)) return undefined;
  return { shape: `${folder}/${dated ? ':date-' : ''}:name`, dated, alive: isAddress || slugs.has(name) };
}

/** The days that a date in an address may stand for: a site may count them in another time zone than the article. */
function daysOf(year: number, month: number, day: number | undefined): readonly [first: number, last: number] {
  const first = Date.UTC(year, month - 1, day ?? 1) / DAY;
  const last = day === undefined ? Date.UTC(year, month, 0) / DAY : first;
  return [first - 1, last + 1];
}

/** A path as addresses are compared: decoded, in lower case, without what stands at its end for the same page. */
function folded(address: string): string {
  return decoded(address)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/(?:index(?:\.html?)?)?$/u, '')
    .replace(/\.html?$/u, '');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function stemOf(file: string): string {
  return file.replace(/\.[^.]+$/u, '');
}
