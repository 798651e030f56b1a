import { render } from 'preact';
import { INDEX_ELEMENT, type IndexData } from '../data.ts';
import { App } from './app.tsx';
import { reportOf } from './report.ts';
import { unpack } from './unpack.ts';
import { wordsOf } from './words.ts';

const root = document.getElementById('app');

async function start(): Promise<void> {
  if (!root) return;
  const data = await unpack<IndexData>(INDEX_ELEMENT).catch(() => undefined);
  root.textContent = '';
  if (data) render(<App report={reportOf(data)} />, root);
  else root.append(wordsOf(document.documentElement.lang === 'en' ? 'en' : 'ja').unreadable);
}

void start();
