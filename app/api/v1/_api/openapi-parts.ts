import { z } from 'zod';

/** A part of the description. */
export type Json = Record<string, unknown>;

/** What a value must be, as JSON Schema. */
export function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...described }: Json = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}

/** JSON of this schema, as content. */
export function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** Every way in which an operation can fail, each described once. */
export function failures(statuses: readonly number[]): Json {
  return Object.fromEntries(statuses.map((code) => [code, { $ref: `#/components/responses/${code}` }]));
}

/** The parameters of an address. */
export function inQuery(query: z.ZodObject): Json[] {
  return Object.entries(query.shape).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema, 'input');
    return { name, in: 'query', required: false, ...(description ? { description } : {}), schema: rest };
  });
}

/** The header that makes a write safe to repeat. */
export const IDEMPOTENCY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Makes it safe to send the request again.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};
