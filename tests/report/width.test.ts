import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { grouped } from '../../src/report/grouped.ts';
import { widthOf } from '../../src/report/width.ts';

const JAPANESE = Array.from(
  '…↔①→─×éя\u0301\ufe0f\u20e3\u3099aZ 09~、。「」〜ー・あんがばぱゝヴヵ漢鿿々〇ＡＺ０９｠ｱﾞ゙ゟヿ〰〿㍻é─…👨‍👩‍👧🇯🇵1️⃣\u200b\t',
);

it('measures what the package measures', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...JAPANESE) }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.integer({ min: 0x3000, max: 0x30ff }).map((code) => String.fromCharCode(code)),
      maxLength: 3,
    }),
  );
  fc.assert(
    fc.property(text, (it) => widthOf(it) === stringWidth(it)),
    { numRuns: 1000 },
  );
});

it('measures each simple character as the package does', () => {
  for (let code = 0x20; code <= 0xffff; code++) {
    if (code === 0x3400 || code === 0xac00) code += 0x2bff;
    const character = String.fromCharCode(code);
    if (widthOf(character) !== stringWidth(character)) expect.fail(`U+${code.toString(16)}`);
  }
});

it('groups digits as English does', () => {
  fc.assert(fc.property(fc.nat(), (n) => grouped(n) === n.toLocaleString('en')));
});
