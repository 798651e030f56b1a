import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measure } from './measure.mjs';
import { messagesIn } from './messages.mjs';

export const ROOT = resolve(import.meta.dirname, '../..');

const PRESET = 'preset-ja-technical-writing';

/**
 * Both linters, as a user calls them, in one folder of work. Each call measures one run; `report` is the JSON report of the last
 * one. `config` of koetsu: `preset` (the same rules as textlint), `default` (what runs without a configuration) or rules. `cache` is
 * what a run of koetsu leaves; `from` is the cache that it starts with: one with the dictionary and no results, unless another is given.
 */
export async function linters(work) {
  const theirConfig = writeConfig(work, 'textlint', { [PRESET]: true });
  const ourConfig = writeConfig(work, 'koetsu', { 'preset-koetsu': false, [PRESET]: true });
  const warm = join(work, 'dictionary');
  const cache = join(work, 'cache');
  const textlint = (files, rules) => {
    const argv = [join(ROOT, 'node_modules/textlint/bin/textlint.js'), '-f', 'json', '-o', join(work, 'textlint.json')];
    const config = rules ? writeConfig(work, 'textlint-rules', rules) : theirConfig;
    return measure(
      [process.execPath, ...argv, '--rules-base-directory', join(ROOT, 'node_modules'), '-c', config, ...files],
      { cwd: work },
    );
  };
  const koetsu = (files, { config = 'preset', workers, from = warm } = {}) => {
    renew(cache, from);
    return measure([process.execPath, ...koetsuArguments({ work, ourConfig, config, workers }), ...files], {
      cwd: work,
      env: { KOETSU_CACHE: cache },
    });
  };
  // A user's first run builds the dictionary, all others find it.
  const tiny = join(work, 'tiny.md');
  writeFileSync(tiny, 'これは短い文です。\n');
  mkdirSync(warm, { recursive: true });
  await measure([process.execPath, ...koetsuArguments({ work, ourConfig, config: 'preset' }), tiny], {
    cwd: work,
    env: { KOETSU_CACHE: warm },
  });
  rmSync(join(warm, 'results'), { recursive: true, force: true });
  const report = (name) => messagesIn(join(work, `${name}.json`), work);
  return { textlint, koetsu, report, tiny, cache };
}

function koetsuArguments({ work, ourConfig, config, workers }) {
  const chosen =
    config === 'default'
      ? []
      : [
          '-c',
          config === 'preset' ? ourConfig : writeConfig(work, 'koetsu-rules', { 'preset-koetsu': false, ...config }),
        ];
  return [
    join(ROOT, 'dist/src/cli/bin.js'),
    'check',
    `--format=json=${join(work, 'koetsu.json')}`,
    ...chosen,
    ...(workers ? [`--concurrency=${workers}`] : []),
  ];
}

function writeConfig(work, name, rules) {
  const file = join(work, `${name}.textlintrc.json`);
  writeFileSync(file, JSON.stringify({ rules }));
  return file;
}

function renew(cache, from) {
  rmSync(cache, { recursive: true, force: true });
  cpSync(from, cache, { recursive: true });
}
