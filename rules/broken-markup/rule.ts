import * as v from 'valibot';
import type { Document } from '../../src/document/document.ts';
import { OBJECT } from '../../src/text/visible-text.ts';
import { defineRule } from '../define-rule.ts';
import { shorten } from '../quote.ts';
import type { Problem } from '../rule.ts';
import { lostTables, openFences, tables } from './blocks.ts';
import { emphasisIn } from './emphasis.ts';
import { inlineIn } from './inline.ts';
import { type Found, KIND_IDS, KINDS } from './kinds.ts';
import { leadingSpaces, marksIn, proseHeadings } from './lines.ts';

const options = v.strictObject({
  disable: v.optional(
    v.pipe(
      v.array(v.picklist(KIND_IDS)),
      v.description('Kinds of broken markup that are left alone, by their ids.'),
      v.metadata({ ja: '検出しない種類のid。' }),
    ),
    [],
  ),
});

export default defineRule({
  id: 'broken-markup',
  severity: 'warning',
  description: {
    ja: '記号のまま表示される太字やリンク、意図せず見出しになった文など、働かない記法を指摘する。',
    en: 'Flags markup that does not work: marks that are printed, prose that becomes a heading, links that are cut.',
  },
  options,
  check,
});

function* check(document: Document, { disable }: v.InferOutput<typeof options>): Generator<Problem> {
  for (const kind of [emphasisIn, marksIn, proseHeadings, leadingSpaces, inlineIn, openFences, tables, lostTables]) {
    for (const found of kind(document)) if (!disable.includes(found.id)) yield problemOf(found, document);
  }
}

function problemOf({ id, range, quote, ...more }: Found, document: Document): Problem {
  const kind = KINDS.find((candidate) => candidate.id === id);
  const quoted = shorten((quote ?? document.text.slice(...range)).replaceAll(OBJECT, '…'));
  const message = { ja: kind?.message.ja ?? '', en: kind?.message.en ?? '' };
  return {
    range,
    message: { ja: message.ja.replace('{}', () => quoted), en: message.en.replace('{}', () => quoted) },
    ...(kind && kind.severity !== 'warning' ? { severity: kind.severity } : {}),
    ...more,
  };
}
