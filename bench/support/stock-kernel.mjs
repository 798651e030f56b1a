// A thread with rules of its own, which koetsu has not touched: answers each text with the time of kernel.lintText and its messages.
import { parentPort } from 'node:worker_threads';
import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import preset from 'textlint-rule-preset-ja-technical-writing';

const kernel = new TextlintKernel();
const rules = Object.entries(preset.rules)
  .map(([name, rule]) => ({ ruleId: `ja-technical-writing/${name}`, rule, options: preset.rulesConfig[name] }))
  .filter(({ options }) => options !== false);
const plugins = [{ pluginId: 'markdown', plugin: markdown.default ?? markdown }];

parentPort.on('message', async (text) => {
  const began = performance.now();
  const { messages } = await kernel.lintText(text, { ext: '.md', plugins, rules });
  parentPort.postMessage({ time: performance.now() - began, messages });
});
