import * as v from 'valibot';
import type { Document } from '../../src/document/document.ts';
import { defineRule } from '../define-rule.ts';
import type { Problem } from '../rule.ts';
import { type Article, articleOf, type Field } from './article.ts';
import { boilerplateIn, refusalIn, regexIn } from './filler.ts';
import { badCharactersIn, doubledWordIn, markdownIn, unbalancedIn } from './marks.ts';
import { gluedTitleIn, repeatedTitleIn } from './summary.ts';
import { cutSummaryIn } from './summary-cut.ts';
import { contradictionIn, proseIn, stubIn } from './title-against-body.ts';
import { cutIn } from './title-cut.ts';
import { appendedIn, gluedIn } from './title-glue.ts';

const keys = v.array(v.pipe(v.string(), v.minLength(1)));

const options = v.strictObject({
  titleKeys: v.optional(
    v.pipe(
      keys,
      v.description('Front matter keys that hold a title.'),
      v.metadata({ ja: '題を書くフロントマターのキー。' }),
    ),
    ['title', 'og:title', 'og_title', 'seo_title', 'seoTitle'],
  ),
  summaryKeys: v.optional(
    v.pipe(
      keys,
      v.description('Front matter keys that hold a summary.'),
      v.metadata({ ja: '要約を書くフロントマターのキー。' }),
    ),
    ['excerpt', 'description', 'summary', 'subtitle', 'lead', 'og:description', 'og_description'],
  ),
  boilerplate: v.optional(
    v.pipe(
      v.array(
        v.pipe(v.string(), v.minLength(1), v.check(isTextOrRegex, 'not a regular expression that JavaScript can read')),
      ),
      v.description('More texts that say nothing: whole texts, or regular expressions between slashes.'),
      v.metadata({ ja: '中身のない定型文の追加。全文か、/…/で囲んだ正規表現。' }),
    ),
    [],
  ),
});

type Options = v.InferOutput<typeof options>;

export default defineRule({
  id: 'broken-front-matter-text',
  severity: 'error',
  description: {
    ja: '題・抜粋・説明文の切れ、記号の残り、定型文、題との重複を指摘する。',
    en: 'Flags titles, excerpts and descriptions that are cut off, carry stray marks, are boilerplate or repeat the title.',
  },
  options,
  check,
});

function* check(document: Document, options: Options): Generator<Problem> {
  if (!document.frontMatter) return;
  const article = articleOf(document, document.frontMatter, options);
  for (const field of article.titles) yield* problemsOfTitle(field, article, options);
  for (const field of article.summaries) yield* problemsOfSummary(field, article, options);
}

/** One defect has one finding: where a title is cut, its open bracket and its lost words follow from the cut. */
function* problemsOfTitle(field: Field, article: Article, { boilerplate }: Options): Generator<Problem> {
  yield* markdownIn(field);
  const bad = [...badCharactersIn(field, article)];
  yield* bad;
  const filler = [...refusalIn(field, article), ...boilerplateIn(field, article, boilerplate)];
  yield* filler.slice(0, 1);
  if (filler.length > 0) return;
  const isHalved = /\uFFFD\s*$/u.test(field.text);
  const cut = isHalved
    ? []
    : firstOf(gluedIn(field, article), stubIn(field, article), cutIn(field, article), appendedIn(field, article));
  yield* cut;
  if (isHalved) yield* stubIn(field, article);
  if (cut.length === 0 || /[」』】]/u.test(field.text)) yield* unbalancedIn(field, article);
  if (cut.length === 0) yield* firstOf(contradictionIn(field, article), proseIn(field, article));
  yield* doubledWordIn(field, article);
}

function* problemsOfSummary(field: Field, article: Article, { boilerplate }: Options): Generator<Problem> {
  yield* markdownIn(field);
  const bad = [...badCharactersIn(field, article)];
  yield* bad;
  const whole = firstOf(
    refusalIn(field, article),
    boilerplateIn(field, article, boilerplate),
    repeatedTitleIn(field, article),
  );
  yield* whole;
  if (whole.length > 0) return;
  yield* gluedTitleIn(field, article);
  const cut = bad.length > 0 ? [] : [...cutSummaryIn(field, article)];
  yield* cut;
  if (cut.length === 0) yield* unbalancedIn(field, article);
  yield* doubledWordIn(field, article);
}

/** The problems of the first check that has any. */
function firstOf(...checks: readonly Iterable<Problem>[]): readonly Problem[] {
  for (const check of checks) {
    const problems = [...check];
    if (problems.length > 0) return problems;
  }
  return [];
}

function isTextOrRegex(entry: string): boolean {
  try {
    regexIn(entry);
    return true;
  } catch {
    return false;
  }
}
