import { z } from 'zod';
import { IMPORT_KINDS } from '@/lib/import/fields';
import { importQuery } from '../imports/[kind]/query';
import { bankLinesQuery } from '../imports/bank-lines/answer';
import { Money } from './fields';
import { failures, IDEMPOTENCY, inQuery, type Json, json, schemaOf } from './openapi-parts';

const Health = z.object({
  status: z.enum(['healthy', 'degraded', 'unhealthy']),
  database: z.enum(['up', 'down']),
  jobs: z.enum(['up', 'down', 'unknown']),
  timestamp: z.string(),
});

const Imported = z.object({
  import_id: z.uuid().nullable().meta({ description: 'Null after a dry run.' }),
  dry_run: z.boolean(),
  kind: z.enum(IMPORT_KINDS),
  row_count: z.int(),
  created: z.int(),
  already_there: z.int(),
  refused: z.int(),
  new_customers: z.int(),
  restored_customers: z.int(),
  totals: z.array(z.object({ currency: z.string(), count: z.int(), amount: Money, unapplied: Money })),
  mapping: z.looseObject({ columns: z.record(z.string(), z.string()), missing: z.array(z.string()) }),
  notice: z.string().nullable(),
  notices: z.array(z.looseObject({ row: z.int(), notice: z.string() })),
  rows: z.array(z.looseObject({ row: z.int(), status: z.enum(['created', 'already_there', 'refused']) })),
});

/** The probe, which needs no key and speaks for no organization. */
export function health(): Json {
  const answer = (description: string) => ({ description, content: json(schemaOf(Health, 'output')) });
  return {
    operationId: 'getHealth',
    summary: 'Whether the application can serve, for probes. Also at /health. Needs no key.',
    tags: ['health'],
    security: [],
    parameters: [],
    responses: { 200: answer('It can.'), 503: answer('It cannot: the database does not answer.') },
  };
}

/** The import, whose body is a file. */
export function importFile(): Json {
  const kind = { name: 'kind', in: 'path', required: true, schema: { type: 'string', enum: IMPORT_KINDS } };
  return {
    operationId: 'importFile',
    summary:
      'Books the rows of a CSV file, or with dry_run=true says what would become of each. Nothing is booked twice.',
    tags: ['imports'],
    'x-permission': 'books:import',
    parameters: [kind, ...inQuery(importQuery), IDEMPOTENCY],
    requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } },
    responses: {
      200: { description: 'Done.', content: json(schemaOf(Imported, 'output')) },
      ...failures([400, 401, 403, 404, 409, 413, 422, 429, 500, 503]),
    },
  };
}

const TakenIn = z.object({
  statement_id: z.uuid().nullable().meta({ description: 'Null after a dry run.' }),
  dry_run: z.boolean(),
  format: z.enum(['csv', 'camt053', 'ofx']),
  account: z.string(),
  row_count: z.int(),
  created: z.int(),
  already_there: z.int().meta({ description: 'Lines that an earlier statement had.' }),
  refused: z.int(),
  rows: z.array(z.looseObject({ row: z.int(), status: z.enum(['created', 'already_there', 'refused']) })),
});

/** The taking in of a bank statement, whose body is a file. */
export function importBankLines(): Json {
  const file = { schema: { type: 'string' } };
  return {
    operationId: 'importBankLines',
    summary:
      'Takes in a bank statement (CSV, CAMT.053 or OFX): its lines are matched and wait to be accepted on the cash page. Nothing is booked.',
    tags: ['imports'],
    'x-permission': 'books:import',
    parameters: [...inQuery(bankLinesQuery), IDEMPOTENCY],
    requestBody: {
      required: true,
      content: { 'text/csv': file, 'application/xml': file, 'application/x-ofx': file },
    },
    responses: {
      200: { description: 'Done.', content: json(schemaOf(TakenIn, 'output')) },
      ...failures([400, 401, 403, 413, 422, 429, 500, 503]),
    },
  };
}
