/**
 * Compares our tokenizer with kuromojin's, token object by token object, and prints the cost of both.
 *
 *     npm run build && node bench/tokenizer-equality.mjs [--corpus DIR] [--tokens N] [--strings N] [--dist DIR]
 *
 * Texts: every paragraph and every line of a paragraph of the Markdown files in `--corpus`, taken evenly over the files
 * until `--tokens` are compared, then `--strings` random strings of mixed scripts. Exit code 1 if anything differs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { getTokenizer } from 'kuromojin';
import { randomOf } from './support/random.mjs';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: resolve(import.meta.dirname, '../../shared/corpus') },
    tokens: { type: 'string', default: '4000000' },
    strings: { type: 'string', default: '20000' },
    dist: { type: 'string', default: resolve(import.meta.dirname, '../dist/src') },
  },
});

/** kuromoji needs quadratic time: longer paragraphs are compared by line only. */
const longestParagraph = 5000;

const { loadTokenizer } = await import(pathToFileURL(`${values.dist}/text/load-tokenizer.js`).href);
const tokenize = await loadTokenizer();
const kuromoji = await getTokenizer();

const corpus = compareAll(corpusTexts(values.corpus), Number(values.tokens));
report('corpus', corpus);
const random = compareAll(randomStrings(Number(values.strings)), Number.POSITIVE_INFINITY);
report('random strings', random);
process.exitCode = corpus.different + random.different > 0 ? 1 : 0;

function compareAll(texts, tokens) {
  const result = { texts: 0, characters: 0, tokens: 0, surrogates: 0, different: 0, theirs: 0, ours: 0 };
  for (const batch of batches(texts, 500)) {
    const start = process.cpuUsage();
    const expected = batch.map((text) => kuromoji.tokenizeForSentence(text));
    const middle = process.cpuUsage();
    const actual = batch.map((text) => tokenize(text));
    result.theirs += cpuBetween(start, middle);
    result.ours += cpuBetween(middle, process.cpuUsage());
    for (const [index, text] of batch.entries()) {
      result.texts++;
      result.characters += text.length;
      result.tokens += expected[index].length;
      if (/[\ud800-\udfff]/.test(text)) result.surrogates++;
      if (isEqual(expected[index], actual[index])) continue;
      result.different++;
      console.error('different:', JSON.stringify(text.slice(0, 200)));
    }
    if (result.tokens >= tokens) break;
  }
  return result;
}

/** Values, keys and the order of the keys. */
function isEqual(expected, actual) {
  return (
    JSON.stringify(expected) === JSON.stringify(actual) &&
    expected.every((token, index) => Object.keys(token).length === Object.keys(actual[index]).length)
  );
}

function report(name, { texts, characters, tokens, surrogates, different, theirs, ours }) {
  const perCharacter = (microseconds) => (microseconds / characters).toFixed(2);
  console.log(
    `${name}: ${texts} texts (${surrogates} with surrogates), ${characters} characters, ${tokens} tokens: ${different} texts differ; ` +
      `kuromoji ${perCharacter(theirs)} µs/char, ours ${perCharacter(ours)} µs/char, ${(theirs / ours).toFixed(1)} times as fast`,
  );
}

function cpuBetween(start, end) {
  return end.user + end.system - start.user - start.system;
}

function* batches(items, size) {
  let batch = [];
  for (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function* corpusTexts(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  // A step without common factor with most counts, so that any part of the files is spread over all folders.
  const step = 7919;
  for (let i = 0; i < files.length; i++) {
    const source = readFileSync(files[(i * step) % files.length], 'utf8');
    for (const paragraph of source.split(/\n{2,}/)) {
      const lines = paragraph.split('\n').filter((line) => line.length <= longestParagraph);
      if (paragraph.length <= longestParagraph) yield paragraph;
      if (lines.length > 1) yield* lines;
      yield* (paragraph.match(/[^。]+。?/g) ?? []).filter((sentence) => sentence.length <= longestParagraph);
    }
  }
}

function* randomStrings(count) {
  const { next: random, int, pick } = randomOf(20_240_229);
  const between = (low, high) => String.fromCodePoint(int(low, high));
  const scripts = [
    () => between(0x3041, 0x3096),
    () => between(0x30a1, 0x30ff),
    () => between(0x4e00, 0x9fff),
    () => pick([...'日本東京大人年月会社的性化行見出上中下前後生学新高']),
    () =>
      pick(['これは', 'です', 'ます', 'という', 'について', 'ない', 'した', 'では', 'もの', 'こと', 'られ', 'させる']),
    () => between(0xff61, 0xff9f),
    () => between(0x20, 0x7e),
    () => between(0xff01, 0xff5e),
    () => pick([...'0123456789０１２３一二三十百千万億']),
    () => pick([...'。、「」『』（）！？…―～・：；']),
    () => between(0x1f300, 0x1f64f),
    () => pick(['👨‍👩‍👧', '🇯🇵', '𠮷', '𩸽', '❤️', 'が', '\udc00', '\ud842\udfb7\ude00']),
    () => between(0x1, 0x1f),
    () => pick(['\n', '\r\n', '\t', '\u3000', '\u00a0', '\u200b', '\ufeff', '\ufffd', '\uffff']),
    () => between(0x370, 0x4ff),
    () => between(0x80, 0xd7ff),
  ];
  for (let i = 0; i < count; i++) {
    const few = Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(scripts));
    const length = Math.floor(random() * (i % 50 === 0 ? 400 : 40));
    yield Array.from({ length }, () => pick(few)().repeat(random() < 0.1 ? 3 : 1)).join('');
  }
}
