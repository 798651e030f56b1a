import type { BaseIssue } from 'valibot';
import { type Bilingual, type Mistake, unknownName } from './mistake.ts';

/** A schema violation as a mistake. `keysAt` tells which keys are known where an unknown one stands. */
export function mistakeOf(issue: BaseIssue<unknown>, keysAt: (path: readonly string[]) => readonly string[]): Mistake {
  const keyPath = (issue.path ?? []).map((item) => item.key as string | number);
  const key = String(keyPath.at(-1) ?? '');
  const isUnknownKey = issue.expected === 'never' && issue.type === 'strict_object';
  if (isUnknownKey) {
    const known = keysAt(keyPath.slice(0, -1).map(String));
    return { keyPath, message: unknownName({ ja: '設定', en: 'option' }, key, known) };
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined' && key !== '') {
    return { keyPath, message: { ja: `「${key}」がありません。書いてください。`, en: `"${key}" is missing; add it.` } };
  }
  return { keyPath, message: wrongValue(issue) };
}

function wrongValue(issue: BaseIssue<unknown>): Bilingual {
  const expected = issue.expected ?? issue.message;
  return {
    ja: `値 ${issue.received} は使えません。${expected} を指定してください。`,
    en: `The value ${issue.received} is not valid here; expected ${expected}.`,
  };
}
