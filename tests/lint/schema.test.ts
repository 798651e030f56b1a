import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { defaultConfig } from '../../src/lint/default-config.ts';
import { buildOnce, ROOT } from '../support/built.ts';

let isValid: (config: unknown) => boolean;
let schema: { properties: { koetsu: { properties: Record<string, { description?: string }> } } };

beforeAll(async () => {
  await buildOnce();
  schema = JSON.parse(readFileSync(join(ROOT, 'dist/schema.json'), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  isValid = (config) => validate(config) as boolean;
});

const ours = (value: unknown) => ({ rules: { 'preset-koetsu': value } });

describe('the JSON Schema of the configuration', () => {
  it.each<[why: string, config: unknown]>([
    ['nothing', {}],
    ['the default', { $schema: './node_modules/koetsu/dist/schema.json', ...defaultConfig }],
    ['every rule of ours by name', ours(Object.fromEntries(Object.keys(rules).map((id) => [id, true])))],
    ['options and a severity', ours({ 'reading-time-mismatch': { max: 20, severity: 'warning' } })],
    ['filters and plugins as lists', { filters: ['comments'], plugins: ['@textlint/markdown'] }],
    ['overrides', { koetsu: { overrides: [{ files: ['a/**'], rules: ours(false).rules }] } }],
  ])('accepts %s', (_, config) => {
    expect(isValid(config)).toBe(true);
  });

  it.each<[why: string, config: unknown]>([
    ['an unknown key', { ruls: {} }],
    ['an unknown rule of ours', ours({ 'reading-time': true })],
    ['an unknown option', ours({ 'reading-time-mismatch': { maxx: 20 } })],
    ['an option of the wrong type', ours({ 'reading-time-mismatch': { max: '20' } })],
    ['an unknown severity', ours({ 'reading-time-mismatch': { severity: 'warn' } })],
    ['a rule that is a text', { rules: { 'max-ten': 'on' } }],
    ['an unknown setting', { koetsu: { sites: 'hugo' } }],
    ['an unknown value of a setting', { koetsu: { site: 'hugoo' } }],
    ['an override without files', { koetsu: { overrides: [{ rules: {} }] } }],
    ['an unknown option in an override', { koetsu: { overrides: [{ files: ['a'], rules: ours({ x: true }).rules }] } }],
  ])('rejects %s', (_, config) => {
    expect(isValid(config)).toBe(false);
  });

  it('explains settings in both languages', () => {
    for (const { description = '' } of Object.values(schema.properties.koetsu.properties)) {
      expect(description).toMatch(/^[A-Z].*\.\n.*。$/);
    }
  });
});
