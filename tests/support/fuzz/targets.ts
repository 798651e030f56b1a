import { join } from 'node:path';
import type fc from 'fast-check';
import type { Document } from '../../../src/document/document.ts';
import { mapOf } from '../../../src/document/front-matter.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { readToml } from '../../../src/document/read-toml.ts';
import { readYaml } from '../../../src/document/read-yaml.ts';
import { quantitiesIn } from '../../../src/figures/quantities.ts';
import { formatBaseline, readBaseline } from '../../../src/lint/baseline.ts';
import type { Config } from '../../../src/lint/config.ts';
import type { Finding } from '../../../src/lint/finding.ts';
import { applyEdits } from '../../../src/lint/harmless-edits.ts';
import { assemble, lintOwn, type Tools } from '../../../src/lint/lint-text.ts';
import { checkConfig } from '../../../src/lint/load-config.ts';
import { decodeArticle } from '../../../src/lint/read-article.ts';
import { type Encoding, lineIndexOf } from '../../../src/lsp/line-index.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import type { Inputs } from './inputs.ts';
import { must, mustBeUnpolluted, mustBeWithin, rangesOf, rangesOfEntries } from './invariants.ts';
import { messages, protocolCheck } from './protocol.ts';
import { blobCheck, cacheCheck, forgedBlobCheck } from './stores.ts';

/** Something that takes any text; `check` throws, or never comes back, where an invariant is broken. */
export interface Target {
  readonly input: fc.Arbitrary<string>;
  /** `done` is what `work` returned for the text, where that was called. */
  readonly check: (text: string, done?: unknown) => unknown;
  /** The part that is timed; without it, the check is. */
  readonly work?: (text: string) => unknown;
  /** Its part of a long run, in thousands of inputs. */
  readonly share: number;
  /** False: what it takes hangs on files and on what came before, not on the text. */
  readonly timed?: false;
}

/** Front matter stands somewhere in a file. */
const OFFSET = 4;

/** What the targets stand on. */
export interface Ground {
  readonly inputs: Inputs;
  readonly config: Config;
  readonly tools: Tools;
  /** An empty one, for what reads files. */
  readonly folder: string;
}

/** The parsers, all our rules together, and what else reads what others wrote. */
export function targetsOf({ inputs, config, tools, folder }: Ground): Readonly<Record<string, Target>> {
  const lint = (text: string): Linted => lintedBy(text, config, tools);
  const check = (text: string, done: unknown = lint(text)): void =>
    checkRules(text, done as Linted, () => lint(text), tools);
  const rules: Target = { input: inputs.article, share: 51, work: lint, check };
  // The longest ones first, so that two threads end at the same time; two of them take all rules, each other inputs.
  return {
    rules,
    moreRules: rules,
    yaml: { input: inputs.yaml, share: 150, check: (text) => checkFrontMatter(readYaml, text) },
    toml: { input: inputs.toml, share: 150, check: (text) => checkFrontMatter(readToml, text) },
    json: { input: inputs.json, share: 60, check: (text) => checkFrontMatter(readYaml, text) },
    quantities: { input: inputs.sentence, share: 330, check: checkQuantities },
    sentences: { input: inputs.sentence, share: 110, check: checkSentences },
    markdown: { input: inputs.article, share: 20, check: (text) => checkDocument(parseDocument(text, tools.tokenize)) },
    longArticles: { input: inputs.longArticle, share: 3, work: lint, check },
    config: { input: inputs.json, share: 8, check: checkConfiguration },
    baseline: { input: inputs.json, share: 60, check: checkBaseline },
    encodings: { input: inputs.sentence, share: 20, check: checkDecoding },
    lines: { input: inputs.sentence, share: 60, check: checkLines },
    messages: { input: messages, share: 10, check: protocolCheck(tools.tokenize), timed: false },
    cache: { input: inputs.sentence, share: 1, check: cacheCheck(join(folder, 'cache')), timed: false },
    blob: { input: inputs.sentence, share: 2, check: blobCheck(folder), timed: false },
    forgedBlob: { input: inputs.json, share: 2, check: forgedBlobCheck(folder), timed: false },
  };
}

function checkFrontMatter(read: typeof readYaml, text: string): void {
  const { entries, errors } = read(text, OFFSET);
  const file = ' '.repeat(OFFSET) + text;
  // A fault at the end of the text may point one character behind it: the fence.
  mustBeWithin(rangesOfEntries(entries), file, 'front matter');
  mustBeWithin(
    errors.map(({ range }) => range),
    `${file}\n`,
    'fault',
  );
  must(Object.getPrototypeOf(mapOf(entries)) === null, () => 'the data of a front matter has a prototype');
  mustBeUnpolluted();
}

function checkQuantities(text: string): void {
  let end = 0;
  const quantities = quantitiesIn(text);
  mustBeWithin(
    quantities.map(({ range }) => range),
    text,
    'quantity',
  );
  for (const { range } of quantities) {
    must(
      range[0] >= end && range[1] > range[0],
      () => `the quantity at ${range[0]} overlaps the one before, or is empty`,
    );
    end = range[1];
  }
}

function checkSentences(text: string): void {
  let end = 0;
  for (const span of splitSentences(text)) {
    must(span.start >= end && span.end <= text.length && span.start < span.end, () => `sentence at ${span.start}`);
    end = span.end;
  }
}

function checkDocument(document: Document): void {
  const { text } = document;
  mustBeWithin(rangesOf(document), text, 'document');
  const { frontMatter, blocks } = document;
  for (const { range, visible, sentences, spans } of blocks) {
    must(!frontMatter || range[0] >= frontMatter.range[1], () => 'a block within the front matter');
    must(
      sentences.every(({ start, end, text: own }) => visible.text.slice(start, end) === own),
      () => 'sentence text',
    );
    must(
      spans.every(({ start, end }) => 0 <= start && start <= end && end <= visible.text.length),
      () => 'span',
    );
    mustBeWithin(
      Array.from(visible.text, (_, i) => visible.rangeOf(i, i + 1)).filter(
        (_, i) => !/[\uD800-\uDFFF]/.test(visible.text[i] ?? ''),
      ),
      text,
      'visible text',
    );
  }
}

/** All our rules: no rule throws, the findings lie in the text, are the same twice, and their fixes can be applied. */
function checkRules(text: string, { findings, document }: Linted, again: () => Linted, tools: Tools): void {
  checkDocument(document());
  // Of one text in four: it takes as long again.
  if (text.length % 4 === 0) {
    must(JSON.stringify(findings) === JSON.stringify(again().findings), () => 'other findings at a second run');
  }
  for (const { ruleId, range, related, fix, suggestions, message } of findings) {
    must(ruleId !== 'internal-error', () => message);
    const edits = [...(fix ? [fix] : []), ...suggestions.map(({ edit }) => edit)];
    mustBeWithin([range, ...related.map((place) => place.range), ...edits.map((edit) => edit.range)], text, ruleId);
  }
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  for (const fix of fixes) checkFixed(text, applyEdits(text, [fix]), tools);
}

interface Linted {
  readonly findings: readonly Finding[];
  readonly document: () => Document;
}

function lintedBy(text: string, config: Config, tools: Tools): Linted {
  const article = { text, path: '/site/2024-05-03-a.md' };
  const { document, ...own } = lintOwn(article, config, tools);
  return { document, findings: assemble(article, config, own, { ours: own.drafts, drafts: [], failures: [] }) };
}

/** What is fixed can be read as before: the same keys in the front matter, no new fault. */
function checkFixed(before: string, after: string, { tokenize }: Tools): void {
  const [old, now] = [before, after].map((text) => parseDocument(text, tokenize).frontMatter);
  const keys = (entries: readonly { readonly key: string }[] = []): string => entries.map(({ key }) => key).join();
  must((now?.errors.length ?? 0) <= (old?.errors.length ?? 0), () => 'a fix breaks the front matter');
  must(!old || keys(now?.entries).includes(keys(old.entries)), () => 'a fix loses a key');
}

async function checkConfiguration(text: string): Promise<void> {
  const data = parsed(text);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return;
  for (const written of [
    data,
    { koetsu: data },
    { rules: { 'preset-koetsu': data } },
    { rules: { 'preset-koetsu': { 'incomplete-front-matter': data } } },
  ]) {
    const config = await checkConfig({
      file: undefined,
      root: '/site',
      data: written as Record<string, unknown>,
      placeOf: () => undefined,
    });
    must(
      config.ok || config.mistakes.every(({ message }) => message.ja !== '' && message.en !== ''),
      () => 'an empty mistake',
    );
  }
  mustBeUnpolluted();
}

/** JSON, or as much of it as a text that is none holds as YAML. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return mapOf(readYaml(text, 0).entries);
  }
}

function checkBaseline(text: string): void {
  for (const file of [
    text,
    `{"version":1,"findings":[${text}]}`,
    `{"version":1,"findings":[{"ruleId":"a","path":${JSON.stringify(text)},"fingerprint":"b","message":${JSON.stringify(text)}}]}`,
  ]) {
    const read = readBaseline(file, 'baseline');
    if (!read.ok) must(read.mistakes.length > 0, () => 'no mistake');
    else {
      const again = readBaseline(formatBaseline(read.value), 'baseline');
      must(again.ok && again.value.length <= read.value.length, () => 'a baseline that was written cannot be read');
    }
  }
  mustBeUnpolluted();
}

function checkDecoding(text: string): void {
  for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text, 'latin1')]) {
    const decoded = decodeArticle(bytes);
    must(!('text' in decoded) || Buffer.from(decoded.text).equals(bytes), () => 'decoded to other bytes');
  }
}

function checkLines(text: string): void {
  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] satisfies Encoding[]) {
    const index = lineIndexOf(text, encoding);
    for (let at = 0; at <= text.length; at += 1 + (at >> 3)) {
      const back = index.offsetAt(index.positionAt(at));
      must(back <= at && at - back <= 1, () => `offset ${at} comes back as ${back} (${encoding})`);
    }
    index.offsetAt({ line: 1e9, character: 1e9 });
    index.offsetAt({ line: -1, character: -1 });
  }
}
