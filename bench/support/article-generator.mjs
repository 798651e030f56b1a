import { amountJa, randomOf } from './random.mjs';

const TOPICS = ['図書館', '港', '茶畑', '路線バス', '給食', '天文台', '商店街', '水道', '博物館', '診療所'];
const PEOPLE = ['担当者', '職員', '利用者', '研究者', '住民', '運転士', '学芸員'];
const THINGS = ['予約システム', '案内板', '時刻表', '申請書', '記録簿', '地図', '検査機', '貸出カード', '通知メール'];
const VERBS = ['確認します', '見直しています', '導入しました', '公開しました', '準備しています', '点検します'];
const REASONS = [
  '利用者が増えたため',
  '老朽化が進んでいるので',
  '費用を抑えるために',
  '待ち時間を減らすことを目的として',
];

/** What rules of the preset report, so that messages are compared and not only silence. */
const FAULTS = [
  ({ topic, thing }) => `${topic}の${thing}の使い方の説明の更新の予定の確認を、することができます。`,
  ({ topic }) => `${topic}は便利だが、費用が高いが、利用者が多いが、まだ続いている。`,
  ({ thing }) => `${thing}を使わないわけではない。`,
  ({ people }) => `${people}は、毎朝、窓口で、書類を、受け取り、記録し、保管し、報告し、次の係へ渡すことにしている。`,
  ({ thing }) => `この${thing}なら朝でも見れると思います。`,
  ({ topic }) => `${topic}の工事は来月終わるかもしれない！`,
  ({ thing }) => `そして${thing}を選びます。そして結果を見ます。`,
  ({ topic }) => `${topic}運営委員会特別調査報告書作成要領第三版を配布した`,
];

/**
 * An article in Markdown of about so many bytes, the same for the same seed: front matter, headings, prose, lists, a table, code and
 * links. For benches where no corpus is at hand.
 */
export function generateArticle(seed, bytes) {
  const random = randomOf(seed);
  const parts = [frontMatter(random)];
  let length = 0;
  while (length < bytes) {
    const part = random.pick([heading, prose, prose, prose, prose, list, table, code])(random);
    length += Buffer.byteLength(part) + 2;
    parts.push(part);
  }
  return `${parts.join('\n\n')}\n`;
}

function frontMatter(random) {
  const day = `2026-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`;
  return `---\ntitle: "${random.pick(TOPICS)}の${random.pick(THINGS)}を${random.pick(VERBS)}"\ndate: ${day}\ntags: [${random.pick(TOPICS)}]\n---`;
}

function heading(random) {
  return `## ${random.pick(TOPICS)}と${random.pick(THINGS)}`;
}

function prose(random) {
  return Array.from({ length: random.int(2, 6) }, () => sentence(random)).join('');
}

function sentence(random) {
  const words = { topic: random.pick(TOPICS), people: random.pick(PEOPLE), thing: random.pick(THINGS) };
  if (random.next() < 0.12) return random.pick(FAULTS)(words);
  const { topic, people, thing } = words;
  const amount = amountJa(random.int(12, 9000) * 100, random);
  return random.pick([
    () => `${topic}の${people}は、${random.pick(REASONS)}、新しい${thing}を${random.pick(VERBS)}。`,
    () => `**${thing}**には${amount}円かかりました。`,
    () => `${people}によると、${topic}では${random.int(2, 40)}人が「${thing}」を使っています。`,
    () => `詳しくは[${topic}の案内](https://example.com/${random.int(1, 999)})に書きました。`,
    () => `${random.pick(REASONS)}、${thing}と${random.pick(THINGS)}を比べています。`,
  ])();
}

function list(random) {
  return Array.from({ length: random.int(3, 6) }, () => `- ${random.pick(THINGS)}: ${sentence(random)}`).join('\n');
}

function table(random) {
  const rows = Array.from({ length: 3 }, () => `| ${random.pick(TOPICS)} | ${random.int(10, 900)} |`);
  return ['| 場所 | 件数 |', '|---|---:|', ...rows].join('\n');
}

function code(random) {
  return `\`\`\`js\nconst count = ${random.int(1, 99)}; // ${random.pick(THINGS)}\n\`\`\``;
}
