import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { pageOf, run } from '../support/run.ts';

const ARTICLE = `---
title: 青葉電機、売上高320億円へ
---

## 決算

青葉電機の2025年度の売上高は約320億円で、前年度から15%伸びた。2030年までに500億円以上を目指す。

| 部門 | 売上高 |
|---|---|
| 国内 | 1兆9,500億円 |
| 海外 | $3.5B |

- 利用者：10〜15万人（月額1,200円）
`;

describe('koetsu figures', () => {
  it.each([
    ['figures-text', ['figures', 'a.md']],
    ['figures-text-en', ['figures', 'a.md', '--locale', 'en']],
    ['figures-json', ['figures', 'a.md', '--format', 'json']],
    ['figures-missing', ['figures', 'nowhere.md']],
  ])('%s', async (name, argv) => {
    const root = folderWith({ 'a.md': ARTICLE });
    await expect(pageOf(argv, await run(argv, root), root)).toMatchFileSnapshot(`../golden/${name}.txt`);
  });
});
