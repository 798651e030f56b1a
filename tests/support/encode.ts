/** The bytes of a text in an encoding that Node only decodes: found by decoding every pair of bytes. */
export function encode(text: string, label: 'shift_jis' | 'euc-jp' | 'utf-16le' | 'utf-16be'): Uint8Array {
  const little = Buffer.from(text, 'utf16le');
  if (label === 'utf-16le') return little;
  if (label === 'utf-16be') return Buffer.from(little).swap16();
  const table = tableOf(label);
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(label);
  if (known) return known;
  const decoder = new TextDecoder(label);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0x100; lead++) {
    for (let trail = 0x40; trail < 0x100; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\uFFFD') table.set(text, [lead, trail]);
    }
  }
  for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte]);
  tables.set(label, table);
  return table;
}
