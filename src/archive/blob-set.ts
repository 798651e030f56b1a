import type { Bilingual, Mistake } from '../lint/mistake.ts';
import { type BlobEntry, type BlobHeader, type BlobSurvey, entriesOf } from './blob.ts';

type Compared = Pick<BlobHeader, 'version' | 'config' | 'environment' | 'articles' | 'locale'>;

const DIFFERENCES: readonly (readonly [key: keyof Compared, what: Bilingual])[] = [
  ['version', { ja: 'koetsu のバージョン', en: 'version of koetsu' }],
  ['config', { ja: '設定', en: 'configuration' }],
  ['environment', { ja: 'ルールのパッケージかNode.jsのバージョン', en: 'rule packages or Node.js' }],
  ['articles', { ja: '記事の一覧', en: 'list of articles' }],
  ['locale', { ja: 'メッセージの言語', en: 'language of the messages' }],
];

/** Why blobs cannot be joined; nothing for all shards of one run. `own` is what the merging koetsu has. */
export function disagreements(blobs: readonly BlobSurvey[], own: Pick<BlobHeader, 'version' | 'config'>): Mistake[] {
  const [first] = blobs;
  if (!first) return [];
  const foreign = blobs.flatMap(({ file, header }) => {
    if (header.version !== own.version) return [otherVersion(file, header.version, own.version)];
    return header.config === own.config ? [] : [otherConfig(file)];
  });
  if (foreign.length > 0) return foreign;
  const different = blobs.flatMap((blob) => difference(blob, first));
  return different.length > 0 ? different : [...otherDays(blobs, first), ...wrongShards(blobs, first)];
}

function otherVersion(file: string, theirs: string, ours: string): Mistake {
  return {
    file,
    message: {
      ja: `koetsu ${theirs} のファイルです。この koetsu は ${ours} です。`,
      en: `The file is from koetsu ${theirs}; this is koetsu ${ours}.`,
    },
  };
}

function otherConfig(file: string): Mistake {
  return {
    file,
    message: {
      ja: 'いまの設定とは別の設定で作られています。',
      en: 'It was made with another configuration than the one in force here.',
    },
  };
}

function difference({ file, header }: BlobSurvey, first: BlobSurvey): Mistake[] {
  const found = DIFFERENCES.find(([key]) => header[key] !== first.header[key]);
  if (!found) return [];
  const [, what] = found;
  return [
    {
      file,
      message: {
        ja: `${first.file} と${what.ja}が違います。同じ条件で作り直してください。`,
        en: `It differs from ${first.file} in the ${what.en}; make both in the same way.`,
      },
    },
  ];
}

/** Another day only counts if something hangs on it, such as a date in the future. */
function otherDays(blobs: readonly BlobSurvey[], first: BlobSurvey): Mistake[] {
  if (blobs.every(({ lasting }) => lasting)) return [];
  return blobs
    .filter(({ header }) => header.day !== first.header.day)
    .map(({ file, header }) => ({
      file,
      message: {
        ja: `${header.day} に作られ、${first.file} は ${first.header.day} に作られています。日付で変わる指摘があるため、同じ日に作り直してください。`,
        en: `It was made on ${header.day}, ${first.file} on ${first.header.day}; as some findings depend on the day, make both on the same one.`,
      },
    }));
}

function wrongShards(blobs: readonly BlobSurvey[], { header }: BlobSurvey): Mistake[] {
  const { count } = header.shard;
  const byIndex = new Map<number, string>();
  const mistakes: Mistake[] = [];
  for (const { file, header: own } of blobs) {
    const { index } = own.shard;
    const same = byIndex.get(index);
    if (own.shard.count !== count) {
      const message = {
        ja: `${own.shard.count}分割の1つですが、ほかのファイルは${count}分割です。`,
        en: `It is one of ${own.shard.count} shards, the others are of ${count}.`,
      };
      mistakes.push({ file, message });
    } else if (same !== undefined) {
      const message = {
        ja: `シャード ${index}/${count} は ${same} にもあります。`,
        en: `Shard ${index}/${count} is in ${same} too.`,
      };
      mistakes.push({ file, message });
    } else byIndex.set(index, file);
  }
  if (mistakes.length > 0) return mistakes;
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !byIndex.has(index));
  if (missing.length === 0) return [];
  const names = missing.map((index) => `${index}/${count}`).join(', ');
  return [{ message: { ja: `シャード ${names} がありません。`, en: `Missing: shard ${names}.` } }];
}

/** The entries of all shards of a run, in the order of the articles, whatever the order of the blobs. */
export async function* joinedEntries(blobs: readonly BlobSurvey[]): AsyncGenerator<BlobEntry> {
  const readers = await Promise.all(
    blobs.map(async (blob) => {
      const entries = entriesOf(blob);
      return { entries, next: await entries.next() };
    }),
  );
  for (;;) {
    const [first] = readers
      .filter(({ next }) => !next.done)
      .sort((a, b) => (a.next.value?.index ?? 0) - (b.next.value?.index ?? 0));
    if (!first || first.next.done) return;
    yield first.next.value;
    first.next = await first.entries.next();
  }
}
