import type * as v from 'valibot';
import { rules } from '../../rules/index.ts';
import { fail, type Result, succeed, unknownName } from '../lint/mistake.ts';
import type { Deps } from './deps.ts';
import type { OUTPUT } from './schemas.ts';

/** The page of one of our rules, by its id with or without `koetsu/`. */
export function explainRule(
  name: string,
  { rulePage }: Pick<Deps, 'rulePage'>,
): Result<v.InferOutput<typeof OUTPUT.explainRule>> {
  const id = name.replace(/^koetsu\//, '');
  const known = Object.values(rules).find(({ rule }) => rule.id === id)?.rule;
  const page = known && rulePage(id);
  if (!known || page === undefined)
    return fail({ message: unknownName({ ja: 'ルール', en: 'rule' }, name, Object.keys(rules)) });
  return succeed({ ruleId: `koetsu/${id}`, severity: known.severity, description: known.description.en, page });
}
