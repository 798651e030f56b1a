import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../src/lint/default-config.ts';
import { checkConfig } from '../src/lint/load-config.ts';
import { loadTokenizer } from '../src/text/load-tokenizer.ts';
import { ROOT } from './support/built.ts';
import { inputsFrom } from './support/fuzz/inputs.ts';
import { targetsOf } from './support/fuzz/targets.ts';
import { CACHE } from './support/run.ts';

/** A small part of the million inputs of `npm run test:hard`. */
const PER_SHARE = 2;

/** Inputs that once broke something, by target. */
const FOUND: readonly (readonly [target: string, text: string, what: string])[] = [
  ['yaml', '%\n𐀀', 'a fault ended within a character'],
  ['toml', '𐀀', 'a fault ended within a character'],
  ['yaml', 'constructor: "𐀀', 'a quotation mark that is never closed took half a character with it'],
  ['markdown', '+++\n𐀀\n+++\n', 'a fault ended within a character'],
  ['yaml', '{{{* *- [ ] 𐀀', 'a key ended within a character'],
  ['markdown', '\uFEFF\uFEFF𐀀', 'a second byte order mark moved all places by one'],
  ['rules', '---\n\n---\n0\n\n\n。𐀀𐀀𐀀𐀀𐀀𐀀', 'a finding about the first characters ended within one'],
];

const config = await checkConfig({
  file: undefined,
  root: '/site',
  data: { rules: { 'preset-koetsu': defaultConfig.rules['preset-koetsu'] } },
  placeOf: () => undefined,
});
if (!config.ok) throw new Error(JSON.stringify(config.mistakes));
const tools = { tokenize: await loadTokenizer({ cacheDirectory: CACHE }), now: new Date('2026-11-01T00:00:00Z') };
const folder = mkdtempSync(join(tmpdir(), 'koetsu-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const targets = targetsOf({ inputs: inputsFrom(ROOT), config: config.value, tools, folder });

describe('strange input', () => {
  it.each(Object.entries(targets))('breaks nothing: %s', async (_name, { input, check, share }) => {
    const property = fc.asyncProperty(input, async (text) => void (await check(text)));
    await fc.assert(property, { numRuns: Math.max(60, Math.min(300, PER_SHARE * share)), seed: 20261128 });
  });

  it.each(FOUND)('that was found is harmless: %s %j (%s)', async (name, text) => {
    await expect((async () => targets[name]?.check(text))()).resolves.toBeUndefined();
    expect(name in targets).toBe(true);
  });
});
