import { z } from 'zod';
import { health, importBankLines, importFile } from './openapi-others';
import { failures, IDEMPOTENCY, inQuery, type Json, json, schemaOf } from './openapi-parts';
import type { Operation } from './operation';

const FAILURES: Readonly<Record<number, string>> = {
  400: 'The request is not what this operation takes.',
  401: 'No key, or one that is not in force.',
  403: 'The role of the key may not do this.',
  404: 'Not there, or not yours.',
  406: 'It cannot be had in a form that Accept names.',
  409: 'The state of the books forbids it.',
  413: 'The body is larger than 200 kB.',
  422: 'A rule said no; code names it. Also an Idempotency-Key that was used for something else.',
  429: 'Too often; Retry-After says when to come back.',
  500: 'Our fault; the request id finds it in the log.',
  503: 'The database cannot be used now; Retry-After says when to ask again.',
};

const Failure = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    field: z.string().optional(),
    request_id: z.string(),
  }),
});

/** What holds for every operation. */
export const PREAMBLE =
  'Money is a number in major units with all decimals of its currency; days are written YYYY-MM-DD. ' +
  'Figures are of one currency: the base currency of the organization unless ?currency= says otherwise. ' +
  "A customer's key reads its own account, by the operations whose permission is account:read, and nothing else. " +
  'A key may ask so often a minute: RateLimit-Remaining says how often still, and after a 429 Retry-After when again. ' +
  'Lists give X-Next-Cursor and a Link header while there is more. A POST with an Idempotency-Key is done once: ' +
  'sent again it answers the first answer, with Idempotency-Replayed: true.';

/** The description of the interface in OpenAPI 3.1, made of the operations themselves. */
export function openApi(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {
    '/health': { get: health() },
    '/imports/bank-lines': { post: importBankLines() },
    '/imports/{kind}': { post: importFile() },
  };
  for (const operation of operations) {
    const at = (paths[operation.path] ??= {});
    at[operation.method.toLowerCase()] = describe(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Dueline', version: '1', description: PREAMBLE },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, of the business or of one customer: dl_…',
        },
      },
      schemas: { Failure: schemaOf(Failure, 'output') },
      responses: Object.fromEntries(
        Object.entries(FAILURES).map(([status, text]) => [status, failure(text)]),
      ),
    },
  };
}

function describe(operation: Operation): Json {
  const { id, summary, path, method, status, query, body, answer, may, produces = [] } = operation;
  const parameters = [
    ...inPath(path),
    ...(query ? inQuery(query) : []),
    ...(method === 'POST' ? [IDEMPOTENCY] : []),
  ];
  return {
    operationId: id,
    summary,
    tags: [path.split('/')[1] ?? ''],
    'x-permission': may,
    parameters,
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body, 'input')) } } : {}),
    responses: {
      [status]: {
        description: status === 201 ? 'Created.' : 'Done.',
        content: { ...json(schemaOf(answer, 'output')), ...files(produces) },
      },
      ...failures(failuresOf(operation)),
    },
  };
}

function failuresOf({ method, produces }: Operation): number[] {
  if (method !== 'GET')
    return Object.keys(FAILURES)
      .map(Number)
      .filter((status) => status !== 406);
  return [400, 401, 403, 404, ...(produces ? [406] : []), 429, 500, 503];
}

function files(types: readonly string[]): Json {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }]));
}

function inPath(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));
}

function failure(description: string): Json {
  return { description, content: json({ $ref: '#/components/schemas/Failure' }) };
}
