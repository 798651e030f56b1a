import type { Entry, Value } from '../../src/document/front-matter.ts';
import { dataOf } from '../../src/document/front-matter.ts';
import type { Range } from '../../src/text/range.ts';
import type { Edit, Problem, Severity } from '../rule.ts';
import {
  type Article,
  fenceOf,
  isEmpty,
  isInSchema,
  lastEntry,
  named,
  placeOf,
  problem,
  sameKey,
  specOf,
  suggestion,
} from './article.ts';
import { baseName, DATED_NAME } from './site.ts';
import { nearestKey } from './spelling.ts';

const ARTICLE_KEYS = ['title', 'date', 'tags', 'categories', 'excerpt', 'layout'];

/** Keys that are missing, empty, given twice or misspelt. */
export function* keyProblems(article: Article): Generator<Problem> {
  const misspelt = new Map<string, Problem>();
  for (const entry of article.frontMatter.entries) {
    const slip = misspelling(entry, article);
    if (slip) misspelt.set(slip.key, slip.problem);
  }
  yield* misspelt.values();
  yield* missing(article, new Set(misspelt.keys()));
  yield* empty(article);
  yield* duplicates(article.frontMatter.entries, article);
}

/** The keys that this article must have, in the order of the profile; those that the schema demands are left to it. */
function requiredKeys(article: Article): string[] {
  const { options, profile, document } = article;
  const dated = DATED_NAME.test(baseName(document));
  const headed = document.blocks.some((block) => block.kind === 'heading' && block.depth === 1);
  const ofSite = profile.required.filter((key) => {
    if (key === 'date') return !dated;
    return key !== 'title' || (!(headed && profile.titleFromHeading) && isArticle(article));
  });
  const { required } = options.schema;
  const settled = Array.isArray(required) ? [...required, ...options.notRequired] : options.notRequired;
  return [...new Set([...ofSite, ...options.required])].filter((key) => !settled.includes(key));
}

/** True if the site is known, or a key tells that this is an article and not a page of a book or a part of one. */
function isArticle(article: Article): boolean {
  // The list page of a section of Hugo.
  if (baseName(article.document) === '_index') return false;
  return article.profile.site !== 'generic' || ARTICLE_KEYS.some((key) => lastEntry(key, article));
}

function* missing(article: Article, misspelt: ReadonlySet<string>): Generator<Problem> {
  const absent = requiredKeys(article).filter((key) => !lastEntry(key, article) && !misspelt.has(key));
  if (absent.length === 0) return;
  const ofSite = article.options.required.some((key) => absent.includes(key)) ? '' : article.profile.name;
  const { ja, en } = named(absent);
  const site = { ja: ofSite && `${ofSite}の記事に必要な`, en: ofSite && ` that ${ofSite} articles need` };
  yield problem(
    fenceOf(article),
    `フロントマターに${site.ja}${ja}がありません。書き加えてください。`,
    `The front matter lacks ${en}${site.en}. Add ${absent.length > 1 ? 'them' : 'it'}.`,
    { severity: severityOf(absent, article) },
  );
}

/** Without a title many sites make one up. */
function severityOf(absent: readonly string[], { profile, options }: Article): Severity {
  const made = profile.titleFromHeading && absent.every((key) => key === 'title' && !options.required.includes(key));
  return made ? 'warning' : 'error';
}

function* empty(article: Article): Generator<Problem> {
  const required = requiredKeys(article);
  for (const entry of article.frontMatter.entries) {
    if (!isEmpty(entry.value) || isInSchema(entry.key, article)) continue;
    const needed = required.some((key) => sameKey(key, entry.key, article.profile));
    if (!needed && (!specOf(entry.key, article.profile)?.filled || isLeftEmpty(entry, article))) continue;
    const weaker = article.profile.site === 'generic' ? 'info' : 'warning';
    yield { ...emptyProblem(entry, article), severity: needed ? 'error' : weaker };
  }
}

/** `tags: []`: on purpose, or from a template of Hugo. The posts of Jekyll have their tags in the list pages of the site. */
function isLeftEmpty({ value }: Entry, { profile }: Article): boolean {
  return value.kind === 'list' && value.items.length === 0 && profile.site !== 'jekyll';
}

function emptyProblem(entry: Entry, article: Article): Problem {
  if (commentBehind(entry, article)) {
    return problem(
      placeOf(entry),
      `「${entry.key}」の値が空です。「#」より後ろはコメントとして捨てられるので、値を引用符で囲んでください。`,
      `"${entry.key}" is empty. What follows "#" is dropped as a comment; put the value in quotation marks.`,
    );
  }
  return problem(
    placeOf(entry),
    `「${entry.key}」の値が空です。値を書くか、不要ならキーごと消してください。`,
    `"${entry.key}" is empty. Give it a value, or remove the key.`,
  );
}

/** True if «#word» stands where the value should: the author wrote a hash tag, YAML sees a comment. */
function commentBehind(entry: Entry, { document, frontMatter }: Article): boolean {
  if (frontMatter.format !== 'yaml') return false;
  const line = /^[^\r\n]*/u.exec(document.text.slice(entry.keyRange[1], entry.keyRange[1] + 200))?.[0] ?? '';
  return /^\s*:\s+#[^\s#]/u.test(line);
}

function misspelling(entry: Entry, article: Article): { key: string; problem: Problem } | undefined {
  const { profile, options } = article;
  if (options.allow.includes(entry.key) || options.required.includes(entry.key) || isInSchema(entry.key, article)) {
    return undefined;
  }
  const instead = Object.hasOwn(profile.instead, entry.key) ? profile.instead[entry.key] : undefined;
  if (specOf(entry.key, profile)) return undefined;
  const known = [...Object.keys(profile.keys), ...options.required];
  const key = instead ?? nearestKey(entry.key, known);
  if (key === undefined || lastEntry(key, article)) return undefined;
  const { keyRange } = entry;
  const [ja, en] = instead
    ? [
        `「${entry.key}」は${profile.name}では使われません。「${key}」に書いてください。`,
        `${profile.name} does not use "${entry.key}". Write "${key}".`,
      ]
    : [
        `キー「${entry.key}」は「${key}」の綴り間違いのようです。正しい綴りに直してください。`,
        `The key "${entry.key}" looks like a misspelling of "${key}". Correct it.`,
      ];
  const rename = suggestion(`「${key}」にする`, `Rename it to "${key}"`, { range: keyRange, text: key });
  return { key, problem: problem(keyRange, ja, en, { severity: 'warning', suggestions: [rename] }) };
}

function* duplicates(entries: readonly Entry[], article: Article): Generator<Problem> {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const key = article.profile.caseless ? entry.key.toLowerCase() : entry.key;
    const earlier = first.get(key);
    if (earlier) yield duplicate(entry, earlier, article);
    else first.set(key, entry);
    if (entry.value.kind === 'map') yield* duplicates(entry.value.entries, article);
  }
}

function duplicate(entry: Entry, earlier: Entry, article: Article): Problem {
  const same = JSON.stringify(dataOf(entry.value)) === JSON.stringify(dataOf(earlier.value));
  const cut = lineOf(entry, article);
  const cutEarlier = lineOf(earlier, article);
  const related = [
    { range: earlier.keyRange, message: { ja: `最初の「${entry.key}」`, en: `The first "${entry.key}"` } },
  ];
  if (same) {
    return problem(
      entry.keyRange,
      `キー「${entry.key}」が同じ値で2回書かれています。片方を消してください。`,
      `The key "${entry.key}" is given twice with the same value. Remove one.`,
      { severity: 'warning', related, ...(cut ? { fix: cut } : {}) },
    );
  }
  const suggestions = [
    ...(cut ? [suggestion('この行を消す', 'Remove this line', cut)] : []),
    ...(cutEarlier ? [suggestion('最初の行を消す', 'Remove the first line', cutEarlier)] : []),
  ];
  return problem(
    entry.keyRange,
    `キー「${entry.key}」が2回、違う値で書かれています。どちらか片方だけを残してください。`,
    `The key "${entry.key}" is given twice with different values. Keep only one of them.`,
    { related, suggestions },
  );
}

/** Removes an entry with its line break, if it fills exactly one line of YAML: a comment or a nested value is not lost. */
function lineOf(entry: Entry, { document: { text }, frontMatter }: Article): Edit | undefined {
  if (frontMatter.format !== 'yaml' || !isPlainLine(entry.value)) return undefined;
  const start = text.lastIndexOf('\n', entry.keyRange[0] - 1) + 1;
  const [end, next] = lineEnd(text, entry.keyRange[1]);
  const written = text.slice(entry.keyRange[0], Math.max(entry.keyRange[1], entry.value.range[1]));
  const line = text.slice(start, end).trim();
  const empty = entry.value.range[0] === entry.value.range[1];
  if (line !== (empty ? `${text.slice(...entry.keyRange)}:` : written)) return undefined;
  return { range: [start, next], text: '' };
}

function isPlainLine(value: Value): boolean {
  return value.kind !== 'scalar' || value.style !== 'block';
}

function lineEnd(text: string, from: number): Range {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? [text.length, text.length] : [newline, newline + 1];
}
