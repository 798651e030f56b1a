import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
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
  /** 1-based line on which the value of a key path is written, or the nearest key above it. */
  readonly lineOf: (keyPath: readonly (string | number)[]) => number | undefined;
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
  let text: string;
  try {
    text = withoutComments(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail({ file, message: unreadable(error) });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0)
    return fail(...document.errors.map((error) => syntaxMistake(file, lineAt(error.pos[0]), error.message)));
  if (document.contents !== null && !isMap(document.contents)) {
    const message = { ja: '設定はオブジェクトで書いてください。', en: 'The configuration must be an object.' };
    return fail({ file, line: 1, message });
  }
  const data = dataOf(document);
  if (!data) return fail({ file, line: 1, message: TOO_MANY_ALIASES });
  const lineOf = (keyPath: readonly (string | number)[]): number | undefined => {
    for (let length = keyPath.length; length > 0; length--) {
      const offset = keyOffset(document.contents, keyPath.slice(0, length));
      if (offset !== undefined) return lineAt(offset);
    }
    return undefined;
  };
  return succeed({ file, root: dirname(file), data, lineOf });
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
function dataOf(document: ReturnType<typeof parseDocument>): Record<string, unknown> | undefined {
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

function keyOffset(contents: unknown, keyPath: readonly (string | number)[]): number | undefined {
  let node = contents;
  let offset: number | undefined;
  for (const key of keyPath) {
    const items = (node as { items?: readonly unknown[] } | null)?.items ?? [];
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(key)) : undefined;
    const child = pair ? pair.value : items[Number(key)];
    if (child === undefined && !pair) return undefined;
    offset = (((pair?.key ?? child) as { range?: readonly number[] } | null)?.range ?? [])[0];
    node = child;
  }
  return offset;
}

function syntaxMistake(file: string, line: number, reason: string): Mistake {
  return {
    file,
    line,
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
