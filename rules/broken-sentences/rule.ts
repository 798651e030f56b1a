import * as v from 'valibot';
import type { Document } from '../../src/document/document.ts';
import { defineRule } from '../define-rule.ts';
import type { Problem } from '../rule.ts';
import { articleOf } from './article.ts';
import { brokenEndsIn } from './ends.ts';
import { brokenStartsIn } from './starts.ts';
import { brokenHeadingsIn, brokenLinksIn } from './titles.ts';

const options = v.strictObject({
  linkTitles: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Also flag links on a line of their own whose text breaks off.'),
      v.metadata({ ja: 'リンクだけの行で、リンクの題名が途中で切れているものも指摘します。' }),
    ),
    true,
  ),
});

export default defineRule({
  id: 'broken-sentences',
  severity: 'error',
  description: {
    ja: '途中で切れた文や途中から始まる文、切れた見出しやリンクの題名を指摘します。',
    en: 'Flags sentences that stop or start mid-way, and headings and link titles that break off.',
  },
  options,
  check,
});

function* check(document: Document, { linkTitles }: v.InferOutput<typeof options>): Generator<Problem> {
  const article = articleOf(document);
  const ends = brokenEndsIn(article);
  yield* ends.map((end) => end.problem);
  yield* brokenStartsIn(article, ends);
  yield* brokenHeadingsIn(article);
  if (linkTitles) yield* brokenLinksIn(article);
}
