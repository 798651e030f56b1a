import type { Figure } from '../../src/figures/figure.ts';
import { after, isLowerBound, isPercent, isQuoted, neighbourhood } from './surroundings.ts';
import { PLANS, POPULATIONS, SURVEYS } from './words.ts';

/** 「75%以上の企業」 without a word on where the share comes from. */
export interface LooseShare {
  readonly figure: Figure;
  /** 「の企業」 */
  readonly noun: string;
}

const population = new RegExp(`^の[^、。はがをにでと（(「」％%]{0,14}?(?:${POPULATIONS})`, 'u');
const survey = new RegExp(SURVEYS, 'u');
const plan = new RegExp(PLANS, 'u');

const memo = new WeakMap<readonly Figure[], readonly LooseShare[]>();

/**
 * Shares of people or organisations, bounded from below, in sentences of the body and the front matter that name no survey, forecast,
 * plan or link, nor do the sentences beside them; computed once for a list of figures.
 */
export function looseShares(figures: readonly Figure[]): readonly LooseShare[] {
  const known = memo.get(figures);
  if (known) return known;
  const found = figures.flatMap((figure) => {
    const noun = isPercent(figure) && isLowerBound(figure) ? population.exec(after(figure, 30))?.[0] : undefined;
    return noun === undefined || isSourced(figure) ? [] : [{ figure, noun }];
  });
  memo.set(figures, found);
  return found;
}

/** True if the article says where a share comes from, or that it is a plan; also in quotations and cells. */
export function isSourced(figure: Figure): boolean {
  const { place, quantity } = figure;
  if (isQuoted(figure) || place.kind === 'cell' || quantity.stated.lower > 100) return true;
  if (plan.test(figure.text) || survey.test(neighbourhood(figure, 1, 1))) return true;
  return place.kind !== 'front-matter' && hasLink(figure);
}

/** A link or a footnote in the sentence leads to the source. */
function hasLink({ place }: Figure): boolean {
  if (place.kind === 'front-matter' || !place.sentence) return false;
  const { start, end } = place.sentence;
  return place.block.spans.some(
    (span) => (span.kind === 'link' || span.kind === 'footnote') && span.start < end && start < span.end,
  );
}
