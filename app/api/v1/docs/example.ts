import { z } from 'zod';
import { appOrigin } from '@/lib/app-origin';
import { schemaOf } from '../_api/openapi-parts';
import type { Operation } from '../_api/operation';

/** How an operation is asked with curl: what has to be said, with made-up values. */
export function curlOf({ method, path, body }: Operation): string {
  const url = `${appOrigin()}/api/v1${path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => `$${name.toUpperCase()}`)}`;
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"${url}"`,
    '-H "Authorization: Bearer $DUELINE_KEY"',
    ...(method === 'POST' ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
  ];
  if (body) {
    const example = JSON.stringify(exampleOf(schemaOf(body, 'input')), null, 2);
    lines.push('-H "Content-Type: application/json"', `-d '${example.replaceAll("'", String.raw`'\''`)}'`);
  }
  return lines.join(' \\\n  ');
}

const Schema = z.looseObject({
  examples: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  type: z.string().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
});

/** A value that fits a JSON Schema: its own example if it has one, else the least that it takes. */
function exampleOf(written: unknown): unknown {
  const schema = Schema.parse(written ?? {});
  const { examples, enum: choices, anyOf, oneOf, properties = {}, required = [], items } = schema;
  if (examples?.length) return examples[0];
  if (schema.const !== undefined) return schema.const;
  if (choices?.length) return choices[0];
  const forms = anyOf ?? oneOf;
  if (forms?.length) return exampleOf(forms[0]);
  if (schema.type === 'object')
    return Object.fromEntries(required.map((name) => [name, exampleOf(properties[name])]));
  if (schema.type === 'array') return [exampleOf(items)];
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'null') return null;
  return BY_FORMAT[schema.format ?? ''] ?? 'Text';
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '0199aa00-0000-7000-8000-000000000000',
  date: '2026-03-31',
  email: 'payables@example.com',
};
