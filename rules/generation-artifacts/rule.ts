import * as v from 'valibot';
import type { Document } from '../../src/document/document.ts';
import { overlaps } from '../../src/text/range.ts';
import { OBJECT } from '../../src/text/visible-text.ts';
import { defineRule, type RuleModule } from '../define-rule.ts';
import { shorten } from '../quote.ts';
import type { Message, Problem } from '../rule.ts';
import type { Found, Pattern } from './artifact.ts';
import { echoesIn } from './echoes.ts';
import { KIND_IDS, KINDS } from './kinds.ts';
import { marksInSource } from './marks-in-source.ts';
import { JAPANESE } from './patterns-ja.ts';
import { MARKS } from './patterns-marks.ts';
import { promptsIn } from './prompts.ts';
import { sampleBlocks } from './quoted.ts';
import { brokenCharacters, foreignScripts, simplifiedChinese } from './scripts.ts';
import { searchBlocks, searcherFor } from './search.ts';
import { conflictsIn, secondFrontMatter, wrapperFences } from './structure.ts';
import { unfilledFigures } from './unfilled.ts';

const options = v.strictObject({
  disable: v.optional(
    v.pipe(
      v.array(v.picklist(KIND_IDS)),
      v.description('Kinds of artifact that are left alone, by their ids.'),
      v.metadata({ ja: '検出しない種類のid。' }),
    ),
    [],
  ),
  patterns: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.nonEmpty(), v.check(isPattern, 'not a regular expression'))),
      v.description('Regular expressions (flags "gu") of further texts that no article may contain.'),
      v.metadata({ ja: '記事に残してはならない文字列の正規表現（フラグはgu）。' }),
    ),
    [],
  ),
});

type Options = v.InferOutput<typeof options>;

const searchKnown = searcherFor([...MARKS, ...JAPANESE]);

const MASK = /某[\p{L}\p{N}]{1,16}?(?:企業|会社|メーカー|ベンダー|社)/u;

const OWN_MESSAGE: Message = {
  ja: '「{}」は設定で禁止された文字列です。削除するか、書き換えてください。',
  en: '"{}" is forbidden by the configuration. Delete or rewrite it.',
};

const module: RuleModule = defineRule({
  id: 'generation-artifacts',
  severity: 'error',
  description: {
    ja: '文章生成の終了記号、指示文、AIの応答、埋め忘れなど、読者に見せるつもりのない文字列を指摘する。',
    en: 'Flags leftovers of text generation: end markers, prompts, chat replies, placeholders and the like.',
  },
  options,
  check,
});

export default module;

function* check(document: Document, { disable, patterns }: Options): Generator<Problem> {
  const disabled = new Set(disable);
  const samples = sampleBlocks(document.blocks);
  const structure = [...conflictsIn(document), ...secondFrontMatter(document), ...wrapperFences(document)];
  const prompts = promptsIn(document, samples);
  const inBlocks = searchKnown(document, samples);
  const rest = [
    ...inBlocks,
    ...maskedElsewhere(document, inBlocks),
    ...marksInSource(document),
    ...unfilledFigures(document, samples),
    ...echoesIn(document),
    ...brokenCharacters(document),
    ...foreignScripts(document),
    ...simplifiedChinese(document),
  ];
  const found = withoutOverlaps([...structure, ...prompts, ...rest]).filter(({ id }) => !disabled.has(id));
  for (const item of found) yield problemOf(item, document);
  const own = patterns.map(
    (pattern) => ({ id: 'pattern', needles: [], pattern: new RegExp(pattern, 'gu') }) satisfies Pattern,
  );
  for (const item of searchBlocks(document, own, samples)) yield problemOf(item, document);
}

/** The article is searched once for each of them; no article that somebody wrote has more. */
const MOST_MASKS = 50;

/** Where a name is given away once, its other masks in the article are worth a look. */
function maskedElsewhere(document: Document, found: readonly Found[]): Found[] {
  const masks = new Set(
    found.flatMap(({ id, quote }) => (id === 'masked-name' ? MASK.exec(quote ?? '')?.[0] : undefined) ?? []),
  );
  const patterns = Array.from(
    [...masks].slice(0, MOST_MASKS),
    (mask): Pattern => ({ id: 'masked-name', needles: [mask], pattern: new RegExp(mask, 'g') }),
  );
  return searchBlocks(document, patterns, new Set()).map((item) => ({ ...item, severity: 'info' }));
}

/** Where two kinds see the same place, the one that was looked for first speaks. In the order of the text. */
function withoutOverlaps(found: readonly Found[]): Found[] {
  const ordered = found.map((item, order) => ({ item, order })).sort((a, b) => a.item.range[0] - b.item.range[0]);
  const kept: typeof ordered = [];
  for (const next of ordered) {
    const last = kept.at(-1);
    if (!(last && overlaps(last.item.range, next.item.range))) kept.push(next);
    else if (next.order < last.order) kept[kept.length - 1] = next;
  }
  return kept.map(({ item }) => item);
}

function problemOf({ id, range, quote, ...more }: Found, document: Document): Problem {
  const kind = KINDS.find((candidate) => candidate.id === id);
  const quoted = shorten((quote ?? document.text.slice(...range)).replaceAll(OBJECT, '…'));
  const template = kind?.message ?? OWN_MESSAGE;
  return {
    range,
    message: { ja: template.ja.replace('{}', () => quoted), en: template.en.replace('{}', () => quoted) },
    ...(kind && kind.severity !== 'error' ? { severity: kind.severity } : {}),
    ...more,
  };
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}
