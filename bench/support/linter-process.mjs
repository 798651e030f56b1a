// The other side of linter.mjs: answers each text with the time that linting it took, and the messages.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './commands.mjs';

const KINDS = {
  kernel: stockKernel,
  everything: () => engine(({ lintText }) => lintText),
  ours: () => engine(({ lintOwn }) => lintOwn),
  preset: () =>
    engine(({ lintText }) => lintText, { rules: { 'preset-koetsu': false, 'preset-ja-technical-writing': true } }),
};

const lint = await KINDS[process.argv[2]]();
process.on('message', async (text) => {
  const began = performance.now();
  const messages = await lint(text);
  process.send({ time: performance.now() - began, messages });
});

/** textlint's kernel with rules that koetsu has not touched. */
async function stockKernel() {
  const [{ TextlintKernel }, { default: markdown }, { default: preset }] = await Promise.all([
    import('@textlint/kernel'),
    import('@textlint/textlint-plugin-markdown'),
    import('textlint-rule-preset-ja-technical-writing'),
  ]);
  const kernel = new TextlintKernel();
  const rules = Object.entries(preset.rules)
    .map(([name, rule]) => ({ ruleId: `ja-technical-writing/${name}`, rule, options: preset.rulesConfig[name] }))
    .filter(({ options }) => options !== false);
  const plugins = [{ pluginId: 'markdown', plugin: markdown.default ?? markdown }];
  return async (text) => (await kernel.lintText(text, { ext: '.md', plugins, rules })).messages;
}

/** Our engine with the configuration of the folder, or with the given one. */
async function engine(functionOf, data) {
  const load = (path) => import(pathToFileURL(join(ROOT, 'dist/src', path)).href);
  const [{ checkConfig, loadConfig }, linters, { loadTokenizer }] = await Promise.all([
    load('lint/load-config.js'),
    load('lint/lint-text.js'),
    load('text/load-tokenizer.js'),
  ]);
  const tools = { tokenize: await loadTokenizer(), now: new Date() };
  const root = process.cwd();
  const { value } = await (data
    ? checkConfig({ file: undefined, root, data, lineOf: () => undefined })
    : loadConfig(root));
  return (text) => functionOf(linters)({ text, path: undefined }, value, tools);
}
