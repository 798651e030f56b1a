import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isMap } from 'yaml';
import { type Place, type Placed, parsePlaced } from './key-place.ts';
import { fail, type Mistake, type Result, succeed } from './mistake.ts';

/** The names under which a configuration is looked for, in every folder from the working folder up. */
export const CONFIG_FILES = ['.textlintrc.json', '.textlintrc', '.textlintrc.yml', '.textlintrc.yaml'] as const;
const UNSUPPORTED = ['.textlintrc.js', '.textlintrc.cjs', '.textlintrc.mjs'] as const;

/** A configuration as it is written. */
export interface RawConfig {
  readonly file: string | undefined;
  /** Folder that its paths are relative to. */
  readonly root: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Where a key path is written, or the nearest key above it. */
  readonly placeOf: Placed['placeOf'];
}

/** Looks for a configuration in `cwd` and the folders above. Undefined if there is none; a mistake if one cannot be used. */
export function findConfigFile(cwd: string): Result<string | undefined> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of CONFIG_FILES) if (existsSync(join(folder, name))) return succeed(join(folder, name));
    const unsupported = UNSUPPORTED.find((name) => existsSync(join(folder, name)));
    if (unsupported) return fail(inJavaScript(join(folder, unsupported)));
    if (dirname(folder) === folder) return succeed(undefined);
  }
}

/** Reads a configuration file (JSON, or YAML). */
export function readConfigFile(file: string): Result<RawConfig> {
  if (/\.[cm]?js$/.test(file)) return fail(inJavaScript(file));
  let written: string;
  try {
    written = readFileSync(file, 'utf8');
  } catch (error) {
    return fail({ file, message: unreadable(error) });
  }
  const text = withoutComments(written.replace(/^\uFEFF/, ''));
  const { document, placeAt, placeOf } = parsePlaced(text, written.length - text.length);
  if (document.errors.length > 0)
    return fail(...document.errors.map(({ pos, message }) => syntaxMistake(file, placeAt(pos), message)));
  if (document.contents !== null && !isMap(document.contents)) {
    const message = { ja: '設定はオブジェクトで書いてください。', en: 'The configuration must be an object.' };
    return fail({ file, line: 1, message });
  }
  const data = dataOf(document);
  if (!data) return fail({ file, line: 1, message: TOO_MANY_ALIASES });
  return succeed({ file, root: dirname(file), data, placeOf });
}

/** JSON with comments, as textlint reads it: they become spaces. YAML has comments of its own. */
function withoutComments(text: string): string {
  if (!text.trimStart().startsWith('{') && !/^\s*\/[/*]/.test(text)) return text;
  const parts = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return text.replaceAll(parts, (part) => (part.startsWith('"') ? part : part.replaceAll(/[^\n]/g, ' ')));
}

const TOO_MANY_ALIASES = {
  ja: 'YAMLのエイリアスが多すぎます。値を書き下してください。',
  en: 'There are too many YAML aliases; write the values out.',
};

/** Undefined if aliases multiply (billion laughs). */
function dataOf(document: Placed['document']): Record<string, unknown> | undefined {
  try {
    return document.toJS({ maxAliasCount: 50 }) ?? {};
  } catch {
    return undefined;
  }
}

function inJavaScript(file: string): Mistake {
  return {
    file,
    message: {
      ja: 'JavaScriptの設定ファイルは読めません。内容を .textlintrc.json に移してください。',
      en: 'Configuration in JavaScript is not read. Move it to .textlintrc.json.',
    },
  };
}

function syntaxMistake(file: string, place: Place, reason: string): Mistake {
  return {
    file,
    ...place,
    message: {
      ja: `設定ファイルの構文が正しくありません（${reason}）。`,
      en: `The configuration cannot be parsed: ${reason}`,
    },
  };
}

function unreadable(error: unknown): Mistake['message'] {
  const reason = error instanceof Error ? error.message : String(error);
  return { ja: `設定ファイルを読めません（${reason}）。`, en: `The configuration cannot be read: ${reason}` };
}
