import type { Document } from '../../src/document/document.ts';
import { defineRule, type RuleModule } from '../define-rule.ts';
import type { Circumstances, Problem } from '../rule.ts';
import { type Article, problem } from './article.ts';
import { dateProblems } from './date-problems.ts';
import { keyProblems } from './keys.ts';
import { type Options, options } from './options.ts';
import { schemaProblems } from './schema.ts';
import { baseName, siteOf } from './site.ts';
import { bomProblem, structureProblems } from './structure.ts';
import { syntaxProblems } from './syntax.ts';
import { valueProblems } from './values.ts';

const module: RuleModule = defineRule({
  id: 'incomplete-front-matter',
  severity: 'error',
  description: {
    ja: 'フロントマターの欠落、閉じ忘れ、キーの不足や綴り間違い、型や日付の誤りを指摘する。',
    en: 'Flags front matter that is missing, unclosed or lacks keys, misspelt keys, wrong types, values and dates.',
  },
  options,
  check,
});

export default module;

function* check(document: Document, options: Options, { now }: Circumstances): Generator<Problem> {
  yield* bomProblem(document);
  const guess = siteOf(document, options);
  const { frontMatter } = document;
  if (!frontMatter) {
    yield* structureProblems(document, options, guess);
    return;
  }
  const article: Article = { document, frontMatter, profile: guess.profile, options, now };
  if (frontMatter.errors.length > 0) {
    yield* syntaxProblems(article);
    return;
  }
  yield* keyProblems(article);
  yield* valueProblems(article);
  yield* dateProblems(article);
  yield* schemaProblems(article);
  yield* fileNameProblem(article);
}

/** A file name that the site refuses; it stands in no line, so the finding stands on the fence. */
function* fileNameProblem({ document, frontMatter, profile }: Article): Generator<Problem> {
  const name = baseName(document);
  if (!profile.fileName || !/(?:^|[\\/])articles[\\/]/u.test(document.path ?? '')) return;
  if (profile.fileName.pattern.test(name)) return;
  yield problem(
    [frontMatter.range[0], frontMatter.range[0] + 3],
    `ファイル名「${name}」は${profile.name}では使えません。${profile.fileName.name.ja}にしてください。`,
    `${profile.name} does not accept the file name "${name}". Use ${profile.fileName.name.en}.`,
  );
}
