import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { declaredEncoding, firstBrokenLine, likelyEncoding, notUtf8 } from './encodings.ts';
import type { Bilingual } from './mistake.ts';

/** The text of a file, or why it cannot be checked. */
export type Decoded = { readonly text: string } | { readonly reason: Bilingual };

/** Bytes of the longest article that is checked: about 2.8 million characters of Japanese, a hundred novels. */
export const LARGEST = 8 * 1024 * 1024;

/** Without O_NONBLOCK (which Windows has not), opening a pipe waits for somebody who writes into it. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads an article, at most `LARGEST` bytes of it. Only regular files are read: a pipe or a device may never end, and nothing is
 * waited for. Never rejects.
 */
export async function readArticleFile(path: string): Promise<Decoded> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, FLAGS);
    const reason = faultOf(await file.stat());
    return reason ? { reason } : decodeArticle(await readAll(file));
  } catch (error) {
    return { reason: unreadableFile(error) };
  } finally {
    await file?.close().catch(() => undefined);
  }
}

/** The same at once, for a single article. Never throws. */
export function readArticleFileSync(path: string): Decoded {
  let file: number | undefined;
  try {
    file = openSync(path, FLAGS);
    const reason = faultOf(fstatSync(file));
    return reason ? { reason } : decodeArticle(readFileSync(file));
  } catch (error) {
    return { reason: unreadableFile(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function faultOf(stats: Stats): Bilingual | undefined {
  if (!stats.isFile()) return stats.isDirectory() ? A_FOLDER : NO_FILE;
  return stats.size > LARGEST ? tooLarge(stats.size) : undefined;
}

/** What is there, up to one byte more than is checked: a file may grow while it is read. */
async function readAll(file: FileHandle): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  while (length <= LARGEST) {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(1 << 16) });
    if (bytesRead === 0) break;
    parts.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(parts);
}

/** Decodes the bytes of an article. Only UTF-8 is read (a BOM stays in the text); anything else is named, never guessed at. */
export function decodeArticle(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST) return { reason: tooLarge(bytes.length) };
  const declared = declaredEncoding(bytes);
  if (declared) return { reason: notUtf8(declared) };
  const hasNul = bytes.subarray(0, 4096).includes(0);
  const text = hasNul ? undefined : decodeUtf8(bytes);
  if (text !== undefined) return { text };
  const likely = likelyEncoding(bytes);
  if (!likely && hasNul) return { reason: BINARY };
  return { reason: notUtf8(likely, likely ? undefined : firstBrokenLine(bytes)) };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Why a text is not checked, wherever it comes from; undefined if it is not too large. */
export function sizeFault(text: string): Bilingual | undefined {
  if (text.length * 3 <= LARGEST) return undefined;
  const bytes = Buffer.byteLength(text);
  return bytes > LARGEST ? tooLarge(bytes) : undefined;
}

const BINARY: Bilingual = {
  ja: 'バイナリーファイルのため検査できません。',
  en: 'This is a binary file; it was not checked.',
};
const A_FOLDER: Bilingual = {
  ja: 'ファイルではなくフォルダーです。',
  en: 'This is a folder, not a file.',
};
const NO_FILE: Bilingual = {
  ja: '通常のファイルではないため読みません（パイプやデバイスなど）。パイプの内容は --stdin で渡してください。',
  en: 'This is no regular file (but a pipe, a device or the like) and was not read; give what comes through a pipe to --stdin.',
};

function tooLarge(bytes: number): Bilingual {
  const size = (bytes / 1024 / 1024).toFixed(1);
  const most = LARGEST / 1024 / 1024;
  return {
    ja: `記事が大きすぎるため検査できません（${size} MiB、上限は${most} MiB）。分割するか .textlintignore に書いてください。`,
    en: `The article is too large to be checked (${size} MiB of at most ${most}); split it, or name it in .textlintignore.`,
  };
}

function unreadableFile(error: unknown): Bilingual {
  const message = error instanceof Error ? error.message : String(error);
  // A socket cannot even be opened.
  if (message.startsWith('ENXIO')) return NO_FILE;
  // `…, open '/path'`: the path stands beside the finding.
  const reason = /^\w+: [^,]*/.exec(message)?.[0] ?? message;
  return { ja: `ファイルを読めません（${reason}）。`, en: `The file cannot be read: ${reason}` };
}
