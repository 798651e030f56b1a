import pc from 'picocolors';
import { rules } from '../../rules/index.ts';
import { unknownName } from '../lint/mistake.ts';
import type { Outcome } from './check.ts';
import { rulePage } from './rule-page.ts';
import { EXIT, type Streams } from './streams.ts';

/** `koetsu explain RULE`: the page of the rule, headings in bold on a terminal. */
export function explain(name: string, { stdout, env }: Streams): Outcome {
  const id = name.replace(/^koetsu\//, '');
  const page = Object.hasOwn(rules, id) ? rulePage(id) : undefined;
  if (page === undefined)
    return { mistakes: [{ message: unknownName({ ja: 'ルール', en: 'rule' }, name, Object.keys(rules)) }] };
  const colors = pc.createColors(stdout.isTTY === true && !env.NO_COLOR);
  stdout.write(page.replaceAll(/^#+ .*$/gm, (heading) => colors.bold(heading)));
  return { code: EXIT.clean };
}
