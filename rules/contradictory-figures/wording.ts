const SCALES_JA = [
  [1e12, '兆'],
  [1e8, '億'],
  [1e4, '万'],
] as const;
const SCALES_EN = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
] as const;

/** A number as a Japanese article prints it, with up to `digits` significant digits: 7.8e12 → 7.8兆, 12500 → 1.25万, 3000 → 3,000. */
export function numberJa(value: number, digits = 3): string {
  return scaled(value, digits, SCALES_JA);
}

/** A number in the style of the one that it replaces: with 万 and 億 only where that has them, or where it is long. */
export function numberLike(printed: string, value: number): string {
  return /[万億兆]/.test(printed) || Math.abs(value) >= 1e8 ? numberJa(value, 4) : plain(value, 8);
}

/** A number as an English message prints it: 7.8e12 → 7.8 trillion. */
export function numberEn(value: number, digits = 3): string {
  return scaled(value, digits, SCALES_EN);
}

/** A plain number with up to `digits` significant digits and separators of thousands. */
export function plain(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '∞';
  const shown = Number(value.toPrecision(digits));
  const [whole = '0', part] = Math.abs(shown).toString().includes('e')
    ? [shown.toString()]
    : Math.abs(shown).toString().split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${shown < 0 ? '−' : ''}${grouped}${part ? `.${part}` : ''}`;
}

function scaled(value: number, digits: number, scales: readonly (readonly [number, string])[]): string {
  const size = Math.abs(value);
  // One unit of the last digit below a border shows as the border: 9,999.9万 → 1億.
  const [factor, word] = scales.find(([scale]) => size >= scale * 0.99999) ?? [1, ''];
  const mantissa = value / factor;
  return `${plain(mantissa, Math.max(digits, Math.min(4, Math.floor(Math.log10(Math.abs(mantissa) || 1)) + 1)))}${word}`;
}
