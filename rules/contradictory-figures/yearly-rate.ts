import type { Figure } from '../../src/figures/figure.ts';
import { isSingle } from './interval.ts';
import { after, before } from './statements.ts';

const BEFORE =
  /(?:CAGR|年間?平均(?:複合)?成長率|(?:年間?)?複合(?:年間?)?(?:平均)?成長率|年率|年平均|年間成長率)(?:[（(][^）)]{0,14}[）)])?[ 　]?(?:は|が|も|で|：|:|＝|=|にして)?[、 　]?(?:約|実に|なんと)?$/;
const BEHIND = /^(?:という)?(?:の|もの)?(?:CAGR|年間?平均(?:複合)?成長率|複合年間?成長率)/;

/** True for a growth of so many per cent a year: CAGR 28%, 年率28%, 28%の年平均成長率. */
export function isYearlyRate(figure: Figure): boolean {
  const { quantity } = figure;
  if (quantity.dimension !== 'ratio' || !isSingle(quantity)) return false;
  return quantity.per[0]?.unit === 'year' || BEFORE.test(before(figure, 30)) || BEHIND.test(after(figure, 14));
}
