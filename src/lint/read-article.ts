/** The text of a file, or why it cannot be checked. */
export type Decoded = { readonly text: string } | { readonly reason: { readonly ja: string; readonly en: string } };

const OTHER_ENCODINGS = ['shift_jis', 'euc-jp'] as const;

/** Decodes the bytes of an article. Only UTF-8 is read (a BOM stays in the text); anything else is named, never guessed at. */
export function decodeArticle(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return notUtf8('UTF-16');
  if (bytes.subarray(0, 4096).includes(0)) {
    return {
      reason: { ja: 'バイナリーファイルのため検査できません。', en: 'This is a binary file; it was not checked.' },
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return notUtf8(OTHER_ENCODINGS.find((encoding) => decodes(bytes, encoding)));
  }
}

/** True if the bytes are valid in an encoding and read as Japanese: kana make up a tenth of the text. */
function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return (text.match(/[\u3041-\u30FA]/g)?.length ?? 0) * 10 > text.length;
  } catch {
    return false;
  }
}

function notUtf8(encoding: string | undefined): Decoded {
  return {
    reason: {
      ja: `UTF-8として読めません${encoding ? `（${encoding}のようです）` : ''}。UTF-8に変換してください。`,
      en: `This is not valid UTF-8${encoding ? ` (it looks like ${encoding})` : ''}; convert the file to UTF-8.`,
    },
  };
}
