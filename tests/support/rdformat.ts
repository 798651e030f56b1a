import { rdformatSchema } from '@umbrelladocs/rdformat-validator';
import Ajv from 'ajv';

/** Checks a value against reviewdog's diagnostic format, in the strict JSON Schema of UmbrellaDocs; returns what is wrong. */
export function rdformatErrors(value: unknown): readonly string[] {
  const validate = new Ajv.default({ strict: false }).compile(rdformatSchema);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
