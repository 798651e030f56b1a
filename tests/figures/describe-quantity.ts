import type { CalendarDate, Interval, Quantity } from '../../src/figures/quantity.ts';

/**
 * One line for a quantity, for tables of phrases: surface, then the stated value and unit, and only what is not ordinary:
 * kind, modifiers, the allowed interval (if it differs), per, dates. 「約3万人」 → 「約3万人 = 30000 person about (28500..31500)」.
 */
export function describeQuantity(it: Quantity): string {
  const parts = [
    it.date ? `${dateText(it.date)}${it.until ? `..${dateText(it.until)}` : ''}` : `${interval(it.stated)} ${it.unit}`,
    it.kind === 'exact' ? '' : it.kind,
    it.role === 'ordinal' ? 'ordinal' : '',
    it.modifiers.join('+'),
    it.date || same(it.stated, it.value) ? '' : `(${interval(it.value)})`,
    ...it.per.map((per) => `per ${per.count === 1 ? '' : `${per.count} `}${per.unit}`),
  ];
  return `${it.surface} = ${parts.filter((part) => part !== '').join(' ')}`;
}

function interval({ lower, upper }: Interval): string {
  return lower === upper ? number(lower) : `${number(lower)}..${number(upper)}`;
}

function number(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-∞' : '∞';
  const magnitude = Math.abs(value);
  return magnitude !== 0 && (magnitude >= 1e6 || magnitude < 1e-3)
    ? value.toExponential().replace('e+', 'e')
    : String(Number(value.toFixed(4)));
}

function same(a: Interval, b: Interval): boolean {
  return a.lower === b.lower && a.upper === b.upper;
}

/** 2025-03-05(水), 2025-Q3, FY2025, 1990s, now-3year, context+1month, 2025[end]. */
function dateText(date: CalendarDate): string {
  const { year, relative } = date;
  const sign = relative && relative.offset >= 0 ? '+' : '';
  const head = relative
    ? `${relative.anchor}${sign}${relative.offset}${relative.unit}`
    : `${date.fiscal ? 'FY' : ''}${year ?? '?'}`;
  return head + withinYear(date) + remarks(date);
}

function withinYear({ granularity, quarter, half, month, day }: CalendarDate): string {
  const suffix = granularity === 'decade' ? 's' : granularity === 'century' ? 'c' : '';
  const pad = (it: number) => String(it).padStart(2, '0');
  const calendar = [
    month === undefined && day !== undefined ? '-?' : '',
    month === undefined ? '' : `-${pad(month)}`,
    day === undefined ? '' : `-${pad(day)}`,
  ];
  return [suffix, quarter === undefined ? '' : `-Q${quarter}`, half === undefined ? '' : `-H${half}`, ...calendar].join(
    '',
  );
}

function remarks({ weekday, part, era, impossible }: CalendarDate): string {
  return [
    weekday === undefined ? '' : `(${'日月火水木金土'.charAt(weekday)})`,
    part === undefined ? '' : `[${part}]`,
    era === undefined ? '' : ` ${era.name}${era.year}`,
    impossible ? ' impossible' : '',
  ].join('');
}
