import * as v from 'valibot';
import type { Document } from '../../src/document/document.ts';
import { stringOf } from '../../src/document/front-matter.ts';
import { defineRule } from '../define-rule.ts';
import type { Problem, Suggestion } from '../rule.ts';
import { messageOf, notes, seamMessageOf, titleMessageOf } from './messages.ts';
import { type Passage, passagesOf } from './passages.ts';
import { deletionOf } from './remove.ts';
import { repeatsIn } from './repeats.ts';
import { type Seam, seamsOf } from './seams.ts';
import { fileRangeOf, type Stream, type StreamBlock, streamOf, visibleTextIn } from './stream.ts';
import { unitsOf } from './units.ts';
import { isHeading, verdictOn } from './verdict.ts';

const options = v.strictObject({
  minLength: v.optional(
    v.pipe(
      v.number(),
      v.minValue(12),
      v.description(
        'Shortest repeated part of a sentence that is reported, in characters; of a long name in katakana or Latin letters only the first letters count',
      ),
      v.metadata({ ja: '文の一部の繰り返しを報告する最短の字数。カタカナや英字の長い名前は初めの数文字だけを数える' }),
    ),
    36,
  ),
  minSentence: v.optional(
    v.pipe(
      v.number(),
      v.minValue(12),
      v.description('Shortest repeated sentence that is reported, in characters'),
      v.metadata({ ja: '一文まるごとの繰り返しを報告する最短の字数' }),
    ),
    24,
  ),
  allow: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Texts that may recur: a slogan, a standing note, a refrain'),
      v.metadata({ ja: '繰り返してよい文。標語、決まった注記、リフレインなど' }),
    ),
    [],
  ),
});
type Options = v.InferOutput<typeof options>;

export default defineRule({
  id: 'duplicated-passages',
  severity: 'error',
  description: {
    ja: '同じ文や段落が記事のなかで繰り返されている箇所を見つけます。',
    en: 'Finds sentences and passages that occur twice in one article.',
  },
  options,
  check,
});

function* check(document: Document, options: Options): Generator<Problem> {
  const stream = streamOf(document, options.allow);
  const passages = passagesOf(stream, repeatsIn(stream.codes));
  const reported: Passage[] = [];
  for (const passage of passages) {
    const severity = verdictOn(passage, stream, options);
    if (!severity) continue;
    reported.push(passage);
    yield { ...problemOf(passage, stream, document), severity };
  }
  for (const seam of seamsOf(stream, reported)) yield seamProblemOf(seam, stream);
  yield* repeatedTitles(document, stream);
}

function problemOf(passage: Passage, stream: Stream, document: Document): Problem {
  const { copy, original } = passage;
  return {
    range: fileRangeOf(stream, copy.start, copy.end),
    message: messageOf(kindOf(passage, stream), visibleTextIn(stream, copy.start, copy.end)),
    related: [{ range: fileRangeOf(stream, original.start, original.end), message: notes.first }],
    ...suggesting(deletionOf(stream, copy, document)),
  };
}

function kindOf({ copy, original, agreeing }: Passage, stream: Stream): 'verbatim' | 'reworded' | 'heading' {
  if (isHeading(stream, copy)) return 'heading';
  const longer = Math.max(copy.end - copy.start, original.end - original.start);
  return agreeing === longer ? 'verbatim' : 'reworded';
}

function seamProblemOf({ fragment, restart }: Seam, stream: Stream): Problem {
  const range = fileRangeOf(stream, fragment.start, fragment.end);
  return {
    range: fileRangeOf(stream, restart.start, restart.end),
    message: seamMessageOf(visibleTextIn(stream, restart.start, restart.end)),
    severity: 'warning',
    related: [{ range, message: notes.fragment }],
    suggestions: [{ message: notes.deleteFragment, edit: { range, text: '' } }],
  };
}

/** Templates print the title: a paragraph that is the same is read twice. A heading of that name is left to the site's design. */
function* repeatedTitles(document: Document, stream: Stream): Generator<Problem> {
  const title = stringOf(document.frontMatter, 'title')?.text;
  const units = unitsOf(title?.text ?? '');
  const first = stream.blocks.find(({ block }) => block.kind === 'paragraph');
  if (!title || !first || !isSame(stream, first, units)) return;
  yield {
    range: fileRangeOf(stream, first.start, first.end),
    message: titleMessageOf(visibleTextIn(stream, first.start, first.end)),
    severity: 'warning',
    related: [{ range: title.rangeOf(0, title.text.length), message: notes.title }],
    ...suggesting(deletionOf(stream, first, document)),
  };
}

function isSame(stream: Stream, { start, end }: StreamBlock, units: Uint16Array): boolean {
  if (units.length < 8 || units.length !== end - start) return false;
  return units.every((unit, i) => unit === stream.codes[start + i]);
}

function suggesting(range: readonly [number, number] | undefined): { readonly suggestions?: readonly Suggestion[] } {
  return range ? { suggestions: [{ message: notes.delete, edit: { range, text: '' } }] } : {};
}
