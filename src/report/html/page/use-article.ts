import { useEffect, useState } from 'preact/hooks';
import type { ArticleData } from '../data.ts';
import { usePage } from './context.ts';

export type Loaded = { readonly data: ArticleData } | 'loading' | 'absent';

/** The text of an article, unpacked when it is asked for. */
export function useArticle(article: number): Loaded {
  const { report } = usePage();
  const [loaded, setLoaded] = useState<{ article: number; data: ArticleData | undefined }>();
  useEffect(() => {
    let wanted = true;
    report
      .text(article)
      .catch(() => undefined)
      .then((data) => wanted && setLoaded({ article, data }));
    return () => {
      wanted = false;
    };
  }, [article, report]);
  if (loaded?.article !== article) return 'loading';
  return loaded.data ? { data: loaded.data } : 'absent';
}
