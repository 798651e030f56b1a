import type { Bilingual } from './mistake.ts';

/** Encodings in which Japanese text was and is kept, as they are called and as `TextDecoder` names them. */
const OTHERS = [
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['UTF-16LE', 'utf-16le'],
  ['UTF-16BE', 'utf-16be'],
] as const;

/** Bytes that are looked at: enough to know a language by. */
const SAMPLE = 1 << 16;

const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['UTF-32LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

/** Escape sequences that switch ISO-2022-JP to kanji: they are ASCII, so that the bytes are valid UTF-8 and read as nonsense. */
const ISO_2022_JP = ['\u001B$B', '\u001B$@', '\u001B$(D'];

/** The encoding that bytes give themselves away as by their first ones or by escape sequences, though they may be valid UTF-8. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const signed = SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (signed) return signed[0];
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return ISO_2022_JP.some((sequence) => view.includes(sequence)) ? 'ISO-2022-JP' : undefined;
}

/** The encoding in which bytes that are not UTF-8 read best as Japanese; undefined if they do not in any. */
export function likelyEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const score = (label: string): number => likeness(decoded(sample, label), label.startsWith('utf-16'));
  const [best] = OTHERS.map(([name, label]) => ({ name, score: score(label) })).sort((a, b) => b.score - a.score);
  return best && best.score > 0.2 && best.score > score('utf-8') ? best.name : undefined;
}

/** 1-based line of the first byte that is not UTF-8; bytes are not. */
export function firstBrokenLine(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length];
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodesUpTo(bytes, middle)) valid = middle;
    else invalid = middle;
  }
  return bytes.subarray(0, valid).filter((byte) => byte === 10).length + 1;
}

/** True if the first bytes are UTF-8; the last character may be cut. */
function decodesUpTo(bytes: Uint8Array, end: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes, { stream: true });
}

/**
 * How much a text looks as if it was decoded rightly, at most 1: by its kana (kanji come out of any bytes), less what no text has,
 * in proportion to the characters that are not ASCII; those are a sign too where each takes two bytes.
 */
function likeness(text: string, wide: boolean): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const kana = count(/[\u3041-\u30FE]/g);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has.
  const wrong = count(/[\uFFFD\uE000-\uF8FF\u0000-\u0008\u000E-\u001F\u0080-\u009F]/g);
  const ascii = count(/[\t\n\r -~]/g);
  const letters = text.length - (wide ? 0 : ascii);
  return letters === 0 ? 0 : (2 * kana + (wide ? ascii : 0) - 10 * wrong) / letters;
}

/** Why bytes of another encoding are not checked. */
export function notUtf8(encoding: string | undefined, line?: number): Bilingual {
  if (encoding !== undefined) {
    return {
      ja: `UTF-8ではなく${encoding}のようです。検査も修正もしていません。UTF-8に変換してください。`,
      en: `This is not UTF-8 but looks like ${encoding}; it was neither checked nor changed. Convert the file to UTF-8.`,
    };
  }
  return {
    ja: `UTF-8として読めないバイトが${line}行目にあります。検査も修正もしていません。UTF-8で保存し直してください。`,
    en: `Line ${line} has bytes that are not UTF-8; the file was neither checked nor changed. Save it as UTF-8.`,
  };
}
