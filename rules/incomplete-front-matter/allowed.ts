import type { ScalarValue } from '../../src/document/front-matter.ts';
import { shorten } from '../quote.ts';
import type { Problem } from '../rule.ts';
import { isEmpty, problem, quoted, suggestion } from './article.ts';
import { nearest } from './spelling.ts';

/** A value that is none of those allowed, with the allowed ones to choose from, the nearest first. */
export function notAllowed(key: string, value: ScalarValue, allowed: readonly string[]): Problem | undefined {
  const written = value.text.text;
  if (allowed.includes(written) || isEmpty(value)) return undefined;
  const near = nearest(written, allowed);
  const choices = near === undefined ? allowed : [near, ...allowed.filter((choice) => choice !== near)];
  const list = choices.slice(0, 10);
  const rest = choices.length > list.length ? { ja: 'など', en: ' …' } : { ja: '', en: '' };
  return problem(
    value.range,
    `「${key}」の値「${shorten(written)}」は決められた値ではありません。${list.map((it) => `「${it}」`).join('')}${rest.ja}から選んでください。`,
    `"${shorten(written)}" is not allowed under "${key}". Choose from ${list.map((it) => `"${it}"`).join(', ')}${rest.en}.`,
    {
      suggestions: list.map((choice) =>
        suggestion(`「${choice}」にする`, `Change it to "${choice}"`, {
          range: value.range,
          text: like(value, choice),
        }),
      ),
    },
  );
}

function like(value: ScalarValue, choice: string): string {
  return value.style === 'plain' && /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u.test(choice) ? choice : quoted(choice);
}
