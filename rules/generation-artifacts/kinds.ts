import type { Kind } from './artifact.ts';

/** Every kind of artifact, in the order of the table in the README. */
export const KINDS: readonly Kind[] = [
  {
    id: 'end-marker',
    severity: 'error',
    message: {
      ja: '「{}」は文章生成の終了を示す記号です。削除してください。',
      en: '"{}" is a stop marker of a text generator. Delete it.',
    },
  },
  {
    id: 'model-tag',
    severity: 'error',
    message: {
      ja: '「{}」は言語モデルが出力の区切りに使うタグです。削除してください。',
      en: '"{}" is a tag by which a language model structures its output. Delete it.',
    },
  },
  {
    id: 'conflict-marker',
    severity: 'error',
    message: {
      ja: '「{}」はGitのマージで衝突した箇所の印です。どちらかの文章を選び、印を3行とも削除してください。',
      en: '"{}" marks a Git merge conflict. Choose one of the two texts and delete all three marker lines.',
    },
  },
  {
    id: 'prompt',
    severity: 'error',
    message: {
      ja: '「{}」は文章生成への指示文です。指示の全体を削除してください。',
      en: '"{}" is an instruction to a text generator. Delete all of it.',
    },
  },
  {
    id: 'refusal',
    severity: 'error',
    message: {
      ja: '「{}」は言語モデルが依頼を断る文です。削除し、本来の内容を書いてください。',
      en: '"{}" is a refusal of a language model. Delete it and write what belongs here.',
    },
  },
  {
    id: 'quota-error',
    severity: 'error',
    message: {
      ja: '「{}」はAPIの利用制限などのエラー文です。削除し、本来の内容を書いてください。',
      en: '"{}" is an error message of a service. Delete it and write what belongs here.',
    },
  },
  {
    id: 'chat-reply',
    severity: 'error',
    message: {
      ja: '「{}」は対話型AIの応答です。削除してください。',
      en: '"{}" is a reply of a chat assistant. Delete it.',
    },
  },
  {
    id: 'length-note',
    severity: 'error',
    message: {
      ja: '「{}」は文章の分量を確かめる作業用の文です。削除してください。',
      en: '"{}" is a working note on the length of the text. Delete it.',
    },
  },
  {
    id: 'existing-article',
    severity: 'error',
    message: {
      ja: '「{}」は執筆の指示で渡された文章を指しており、読者には通じません。「先ほど」などに改めるか、削除してください。',
      en: '"{}" refers to a text that only the writer was given. Say where in this article, or delete it.',
    },
  },
  {
    id: 'self-quotation',
    severity: 'warning',
    message: {
      ja: '「{}」は、この記事の文を他人の言葉のように引用しています。続きを生成した跡なら、削除してください。',
      en: '"{}" quotes a sentence of this very article as if somebody else had said it. Delete it.',
    },
  },
  {
    id: 'continuation-note',
    severity: 'warning',
    message: {
      ja: '「{}」は文章を継ぎ足した跡です。前の部分とつなげ、削除してください。',
      en: '"{}" is left over from continuing or shortening a text. Join the parts and delete it.',
    },
  },
  {
    id: 'wrapper-fence',
    severity: 'error',
    message: {
      ja: '「{}」は記事の全体を囲むコード記法の残りです。削除してください。',
      en: '"{}" is left over from a code fence around the whole article. Delete it.',
    },
  },
  {
    id: 'second-front-matter',
    severity: 'error',
    message: {
      ja: '「{}」で始まる2つ目のフロントマターが本文にあります。先頭のものにまとめ、削除してください。',
      en: 'A second front matter, starting with "{}", stands in the body. Merge it into the first one and delete it.',
    },
  },
  {
    id: 'placeholder',
    severity: 'warning',
    message: {
      ja: '「{}」が書き込まれないまま残っています。実際の内容に置き換えてください。',
      en: '"{}" was never filled in. Put the real content in its place.',
    },
  },
  {
    id: 'image-prompt',
    severity: 'warning',
    message: {
      ja: '「{}」は画像を入れる場所の指示です。画像に置き換えるか、削除してください。',
      en: '"{}" is an instruction to place an image. Put the image in its place, or delete it.',
    },
  },
  {
    id: 'citation',
    severity: 'error',
    message: {
      ja: '「{}」は対話型AIの引用記号で、読者はたどれません。出典へのリンクに置き換えるか、削除してください。',
      en: '"{}" is a citation mark of a chat tool that readers cannot follow. Link the source instead, or delete it.',
    },
  },
  {
    id: 'tracking',
    severity: 'warning',
    message: {
      ja: 'URLの「{}」は対話型AIが付けた追跡用の値です。削除してください。',
      en: '"{}" in the URL was added by a chat tool. Delete it.',
    },
  },
  {
    id: 'knowledge-source',
    severity: 'warning',
    message: {
      ja: '「{}」は生成時に渡された資料を指しており、読者は確かめられません。実際の出典を書いてください。',
      en: '"{}" refers to material that only the generator was given. Name the real source.',
    },
  },
  {
    id: 'masked-name',
    severity: 'warning',
    message: {
      ja: '「{}」は社名を伏せていますが、製品名から分かります。社名を書いてください。',
      en: '"{}" hides the name of a company that its product gives away. Name the company.',
    },
  },
  {
    id: 'foreign-script',
    severity: 'error',
    message: {
      ja: '「{}」に別の言語の文字が混じっています。正しい語に直してください。',
      en: '"{}" contains letters of another language. Restore the word.',
    },
  },
  {
    id: 'simplified-chinese',
    severity: 'warning',
    message: {
      ja: '「{}」に中国語の簡体字が混じっています。日本語の語に直してください。',
      en: '"{}" contains simplified Chinese characters. Restore the Japanese word.',
    },
  },
  {
    id: 'replacement-character',
    severity: 'error',
    message: {
      ja: '「{}」の文字が壊れています（U+FFFD）。元の文字に直してください。',
      en: '"{}" contains a broken character (U+FFFD). Restore the original one.',
    },
  },
  {
    id: 'escaped-text',
    severity: 'warning',
    message: {
      ja: '「{}」が変換されずにそのまま表示されます。本来の文字に直してください。',
      en: '"{}" is shown as it is written. Replace it by the character that it stands for.',
    },
  },
  {
    id: 'token-noise',
    severity: 'error',
    message: {
      ja: '「{}」は生成の失敗による無意味な記号の列です。削除してください。',
      en: '"{}" is meaningless output of a text generator. Delete it.',
    },
  },
];

/** The ids that the option `disable` takes. */
export const KIND_IDS: readonly string[] = KINDS.map((kind) => kind.id);
