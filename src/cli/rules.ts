import { resolve } from 'node:path';
import pc from 'picocolors';
import { rules as ours } from '../../rules/index.ts';
import { loadConfig } from '../lint/load-config.ts';
import type { Locale } from '../lint/mistake.ts';
import type { Outcome } from './check.ts';
import { EXIT, type Streams } from './streams.ts';

/** `koetsu rules`: our rules with severity and state, then the installed ones that run here. */
export async function listRules(
  options: { readonly config?: string; readonly locale?: Locale },
  streams: Streams,
): Promise<Outcome> {
  const config = await loadConfig(streams.cwd, options.config && resolve(streams.cwd, options.config));
  if (!config.ok) return { mistakes: config.mistakes };
  const locale = options.locale ?? config.value.locale;
  const colors = pc.createColors(streams.stdout.isTTY === true && !streams.env.NO_COLOR);
  const set = config.value.rulesFor(undefined);
  const width = Math.max(...Object.keys(ours).map((id) => id.length));
  for (const { rule } of Object.values(ours)) {
    const on = set.ours.find((configured) => configured.rule.id === rule.id);
    const state = on ? (on.severity ?? rule.severity) : 'off';
    streams.stdout.write(
      `koetsu/${colors.bold(rule.id.padEnd(width))}  ${state.padEnd(7)}  ${rule.description[locale]}\n`,
    );
  }
  for (const { ruleId, packageName } of set.installed)
    streams.stdout.write(colors.dim(`${ruleId}  (${packageName})\n`));
  return { code: EXIT.clean };
}
