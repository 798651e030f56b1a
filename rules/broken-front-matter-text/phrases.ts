/** A wording that marks a text as filler. */
export interface Filler {
  readonly id: string;
  readonly pattern: RegExp;
  /** `error`: nobody writes it by hand. */
  readonly severity: 'error' | 'warning';
}

/** Summaries that a template made: they name the subject, if anything, and say nothing of it. All match one whole text. */
export const BOILERPLATE: readonly Filler[] = [
  {
    id: 'detailed-analysis',
    pattern: /^[^。！？]{0,100}について、?詳細に(?:分析|解説|説明)(?:します|いたします|しています)。?$/u,
    severity: 'error',
  },
  {
    id: 'latest-news',
    pattern:
      /^最新の[^。]{0,25}(?:と[^。]{0,20})?(?:動向|情報|ニュース|分析|トレンド)をお(?:届け|伝え)(?:します|いたします)。?$/u,
    severity: 'error',
  },
  {
    id: 'explained-in-detail',
    pattern:
      /^[^。！？]{0,40}について、?(?:詳しく|わかりやすく|分かりやすく|徹底的に|徹底)(?:解説|紹介|ご紹介|説明|分析)(?:します|いたします|していきます|しています)。?$/u,
    severity: 'warning',
  },
  {
    id: 'this-article',
    pattern:
      /^(?:この|本)(?:記事|ページ|稿)では、?[^。！？]{0,20}(?:解説|紹介|説明|お伝え)(?:します|いたします|していきます)。?$/u,
    severity: 'warning',
  },
];

/** Answers of a model that did not write what it was asked for. */
export const REFUSALS: readonly RegExp[] = [
  /^["'「]?(?:I apologi[sz]e|I['’]m sorry|I am sorry|Sorry, (?:but )?I\b|As an AI\b|I(?:['’]m| am) (?:unable|not able) to)/i,
  /^申し訳(?:ございません|ありません)(?:が|。)/u,
  /^(?:はい、?)?(?:承知(?:いた)?しました|かしこまりました)[。、]/u,
  /\b(?:exhausted|exceeded|reached) (?:my|the|your) (?:daily )?(?:quota|limit)\b/i,
  /\bcheck the character count\b/i,
];

/** Phrases that title generators append to a title. They hold in titles of this kind only: behind a cut or a whole sentence. */
export const APPENDED: readonly string[] = [
  'による業務効率化と競争力強化',
  'による業務効率化',
  'の注目ポイントと導入効果',
  'の全貌と実践的な活用法',
  'の最新動向と企業への影響',
  'が変えるビジネスの未来',
  'の進化と実用化への道筋',
  'がもたらす産業構造の転換',
  'の技術革新がもたらす変化',
];
