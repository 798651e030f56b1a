/** Japanese eras: first Western year, and the last year that was printed with the era's name. */
export interface Era {
  readonly name: string;
  readonly letter: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** Newest first. Source: 元号法 and the notices of each change (令和 2019-05-01, 平成 1989-01-08, 昭和 1926-12-25, 大正 1912-07-30, 明治 1868). */
const eras: readonly Era[] = [
  { name: '令和', letter: 'R', firstYear: 2019, lastYear: Infinity },
  { name: '平成', letter: 'H', firstYear: 1989, lastYear: 2019 },
  { name: '昭和', letter: 'S', firstYear: 1926, lastYear: 1989 },
  { name: '大正', letter: 'T', firstYear: 1912, lastYear: 1926 },
  { name: '明治', letter: 'M', firstYear: 1868, lastYear: 1912 },
];

/** Returns the era of a printed name (令和) or letter (R), or undefined. */
export function eraOf(printed: string): Era | undefined {
  return eras.find((it) => it.name === printed || it.letter === printed);
}
