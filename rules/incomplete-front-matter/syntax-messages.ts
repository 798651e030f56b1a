/** What to say of each error code of the `yaml` package: the end of a sentence, then what to do. */
const EXPLANATIONS: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  BAD_INDENT: [
    '読めません。字下げが揃っていないか、括弧が閉じていません。同じ深さのキーの字下げと括弧を揃えてください。',
    'cannot be read: uneven indentation or an open bracket. Align the keys and close the bracket.',
  ],
  BAD_DQ_ESCAPE: [
    '読めません。二重引用符の中の「\\」は特別な意味を持ちます。「\\\\」と書くか、一重引用符で囲んでください。',
    'cannot be read: "\\" is special in double quotation marks. Write "\\\\", or use single ones.',
  ],
  BAD_SCALAR_START: [
    '読めません。「@」「`」「%」などで始まる値は書けません。値を引用符で囲んでください。',
    'cannot be read: a bare value cannot start with "@", "`", "%" and the like. Put it in quotation marks.',
  ],
  BAD_ALIAS: [
    '読めません。「*」や「&」で始まる値は別名とみなされます。値を引用符で囲んでください。',
    'cannot be read: a value that starts with "*" or "&" is taken for an alias. Put it in quotation marks.',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    '読めません。値の中の「: 」がキーの区切りとみなされています。値を引用符で囲んでください。',
    'cannot be read: the ": " inside the value is taken for another key. Put the value in quotation marks.',
  ],
  MISSING_CHAR: [
    '読めません。引用符、括弧、「,」か「:」が足りません。補ってください。',
    'cannot be read: a quotation mark, bracket, "," or ":" is missing. Add it.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    '読めません。「キー: 値」の形になっていません。コロンと字下げを直してください。',
    'cannot be read: it is no "key: value". Correct colon and indentation.',
  ],
  MULTIPLE_DOCS: [
    '読めません。途中に区切りがあります。区切りを消してください。',
    'cannot be read: a separator stands inside. Remove it.',
  ],
  TOO_DEEP: [
    '読めません。入れ子が深すぎるので、浅くしてください。',
    'is nested too deep to be read. Make it shallower.',
  ],
  NOT_A_MAPPING: ['読めません。「キー: 値」の形で書いてください。', 'cannot be read. Write it as "key: value".'],
  TAB_AS_INDENT: [
    '読めません。字下げにタブは使えません。空白にしてください。',
    'cannot be read: tabs cannot indent. Use spaces.',
  ],
  UNEXPECTED_TOKEN: [
    '読めません。値が終わった後に余分な文字があります。値全体を引用符で囲み直してください。',
    'cannot be read: something follows the end of the value. Put the whole value in quotation marks.',
  ],
};

const OTHER = ['YAMLとして読めません。書き方を直してください。', 'cannot be read as YAML. Correct it.'] as const;

/** The rest of a Japanese and of an English sentence that begins with the line at fault. */
export function explain(code: string): readonly [ja: string, en: string] {
  return EXPLANATIONS[code] ?? OTHER;
}
