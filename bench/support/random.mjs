/** A seeded generator of numbers (mulberry32) with what the benches draw: the same seed gives the same run. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[int(0, list.length - 1)];
  return { next, int, pick };
}

/** A number as Japanese articles print it, with at most `digits` significant digits: 1.25兆, 1兆2,500億, 320億, 4,500. */
export function amountJa(value, random, digits = 3) {
  const rounded = Number(value.toPrecision(digits));
  for (const [scale, word, lower, lowerWord] of [
    [1e12, '兆', 1e8, '億'],
    [1e8, '億', 1e4, '万'],
    [1e4, '万', 1, ''],
  ]) {
    if (rounded < scale) continue;
    const whole = Math.floor(rounded / scale);
    const rest = Math.round((rounded - whole * scale) / lower);
    if (rest > 0 && scale >= 1e8 && random.next() < 0.5)
      return `${whole.toLocaleString('en')}${word}${rest.toLocaleString('en')}${lowerWord}`;
    const plain = rounded / scale;
    return `${plain.toLocaleString('en', { maximumFractionDigits: 4 })}${word}`;
  }
  return rounded.toLocaleString('en', { maximumFractionDigits: 2 });
}
