// The JSON Schema of .textlintrc.json, made of the option schemas of the rules and of koetsu's settings.
import { toJsonSchema } from '@valibot/to-json-schema';

/** Returns the schema as plain data. Needs the compiled package. */
export async function configSchema() {
  const { rules } = await import('../dist/rules/index.js');
  const { settingsSchema } = await import('../dist/src/lint/settings.js');
  const preset = Object.fromEntries(
    Object.values(rules).map(({ rule }) => [
      rule.id,
      {
        description: `${rule.description.en}\n${rule.description.ja}`,
        anyOf: [{ type: 'boolean' }, withSeverity(schemaOf(rule.options))],
      },
    ]),
  );
  const koetsuPreset = {
    anyOf: [{ type: 'boolean' }, { type: 'object', properties: preset, additionalProperties: false }],
  };
  const allRules = {
    type: 'object',
    properties: { 'preset-koetsu': koetsuPreset },
    additionalProperties: { type: ['boolean', 'object'] },
  };
  const koetsu = schemaOf(settingsSchema);
  const override = koetsu.properties.overrides.items.properties;
  override.rules = { ...allRules, description: override.rules.description };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.textlintrc.json with koetsu',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      rules: allRules,
      filters: { type: ['object', 'array'] },
      plugins: { type: ['object', 'array'] },
      koetsu,
    },
    additionalProperties: false,
  };
}

function schemaOf(schema) {
  const { $schema, ...json } = toJsonSchema(schema, { errorMode: 'ignore', overrideAction: withJapanese });
  return json;
}

/** Japanese descriptions stand below the English ones, for editors show one text. In a pipe they come behind them. */
function withJapanese({ valibotAction, jsonSchema }) {
  const ja = valibotAction.type === 'metadata' ? valibotAction.metadata.ja : undefined;
  return ja && jsonSchema.description ? { ...jsonSchema, description: `${jsonSchema.description}\n${ja}` } : undefined;
}

function withSeverity(schema) {
  return { ...schema, properties: { ...schema.properties, severity: { enum: ['error', 'warning', 'info'] } } };
}
