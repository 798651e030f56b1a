/** The languages of articles. */
export const LANGUAGES: readonly string[] = ['markdown', 'mdx'];

/** Documents that the user edits: not the old side of a comparison, not what other extensions show. */
const SCHEMES: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

/** All articles, for the client and the status. */
export const SELECTOR: readonly { readonly language: string; readonly scheme: string }[] = LANGUAGES.flatMap(
  (language) => SCHEMES.map((scheme) => ({ language, scheme })),
);
