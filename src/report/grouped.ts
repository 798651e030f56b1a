/** A whole number as in `1,234`. `toLocaleString` loads the tables of all languages for that. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
