/** Bytes with up to three faults that a text chooses: changed, cut out, doubled, put in or cut off. The same text, the same faults. */
export function damaged(bytes: Uint8Array, text: string): Uint8Array {
  let result = bytes;
  for (let i = 0; i < Math.min(9, text.length); i += 3) result = withFault(result, text, i);
  return result;
}

function withFault(bytes: Uint8Array, text: string, at: number): Uint8Array {
  const [kind = 0, place = 0, size = 1] = [0, 1, 2].map((i) => text.charCodeAt(at + i) || 0);
  const from = (place * 257 + size * 7) % (bytes.length + 1);
  const to = Math.min(bytes.length, from + 1 + (size % 64));
  const [head, cut, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (kind % 5) {
    case 0:
      return Buffer.concat([head, cut.map((byte) => byte ^ (1 << (size % 8))), tail]);
    case 1:
      return Buffer.concat([head, tail]);
    case 2:
      return Buffer.concat([head, cut, cut, tail]);
    case 3:
      return Buffer.concat([head, Buffer.from(text), cut, tail]);
    default:
      return Buffer.concat([head]);
  }
}
