import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStorable } from '../../storable';
import type { SourceObject } from '../facts';
import {
  type PageCursor,
  type Source,
  type SourceClient,
  SourceError,
  type SourceRow,
  type SourceSettings,
} from '../source';
import { getJson, PATIENCE, type Patience } from './get';
import { nextCursor, PAGE_ROWS } from './paging';
import { readContact } from './read-contact';
import { readPaper } from './read-paper';
import { readPayment } from './read-payment';

const HOSTS = {
  us: 'https://api.unified.to',
  eu: 'https://api-eu.unified.to',
  au: 'https://api-au.unified.to',
} as const;

const LISTS: Readonly<Record<SourceObject, readonly [area: string, list: string]>> = {
  contact: ['accounting', 'contact'],
  invoice: ['accounting', 'invoice'],
  credit_memo: ['accounting', 'creditmemo'],
  payment: ['payment', 'payment'],
};

const Row = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String).catch(''),
  updated_at: z.string().nullish().catch(null),
  type: z.unknown().optional(),
});
const Connection = z.looseObject({ integration_type: z.string() });
const Organization = z.looseObject({
  name: z.string().nullish(),
  currency: z.string().nullish(),
  timezone: z.string().nullish(),
});

/** Unified.to, the way to QuickBooks and other books. */
export const unified: Source = {
  label: 'Unified.to',
  regions: { us: 'United States', eu: 'Europe', au: 'Australia' },
  connect: (settings) => unifiedClient(settings, PATIENCE),
  read({ object, raw }, books) {
    if (object === 'contact') return readContact(raw);
    return object === 'payment' ? readPayment(raw, books) : readPaper(object, raw, books);
  },
};

/** A connection of Unified.to. UNIFIED_URL, a setting of the installation, puts another server in the place of all regions. */
export function unifiedClient({ region, account, key }: SourceSettings, patience: Patience): SourceClient {
  const host = process.env.UNIFIED_URL || (region === 'eu' || region === 'au' ? HOSTS[region] : HOSTS.us);
  const get = (path: readonly string[], query: Readonly<Record<string, string>> = {}) => {
    const url = new URL(path.map(encodeURIComponent).join('/'), `${host}/`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return getJson(url, key, patience);
  };
  return {
    async books() {
      const connection = Connection.safeParse(await get(['unified', 'connection', account]));
      if (!connection.success)
        throw new SourceError('refused', 'The service knows no connection of that id in this region.');
      const found = await get(['accounting', account, 'organization'], { limit: '1' });
      const [organization] = z.array(Organization).catch([]).parse(found);
      return {
        system: systemName(connection.data.integration_type),
        company: organization?.name ?? null,
        currency: organization?.currency ?? null,
        timeZone: organization?.timezone ?? null,
      };
    },
    async page(object, cursor, since) {
      const query = {
        limit: String(PAGE_ROWS),
        offset: String(cursor.offset),
        sort: 'updated_at',
        order: 'asc',
      };
      const [area, list] = LISTS[object];
      const body = await orNothing(
        object,
        get([area, account, list], since ? { ...query, updated_gte: since } : query),
      );
      return pageOf(object, cursor, body);
    },
    async one(object, id) {
      const [area, list] = LISTS[object];
      const body = await orNothing(object, get([area, account, list, id]));
      if (body !== null && !Array.isArray(body)) return rowOf(object, body);
      if (object !== 'credit_memo') return null;
      const listed = await get(['accounting', account, 'invoice', id]);
      const row = listed === null ? null : rowOf('invoice', listed);
      return row?.object === 'credit_memo' ? row : null;
    },
  };
}

function pageOf(object: SourceObject, cursor: PageCursor, body: unknown) {
  if (!Array.isArray(body))
    throw new SourceError('failed', 'The service answered with something that is no list.');
  const all: readonly unknown[] = body;
  const rows = all.map((raw) => rowOf(object, raw));
  const ids = rows.map(({ id }) => id);
  return { rows, next: nextCursor(cursor, ids) };
}

/** Books without credit memos of their own have no list of them; without any other list they are of no use. */
async function orNothing(object: SourceObject, asked: Promise<unknown>): Promise<unknown> {
  if (object !== 'credit_memo') return asked;
  return asked.catch((error: unknown) => {
    if (error instanceof SourceError && error.kind === 'unsupported') return [];
    throw error;
  });
}

/**
 * Some books keep their credit memos among the invoices. A row that cannot be kept or found again, for want of an id, keeps a name of
 * its own and nothing that could be booked.
 */
function rowOf(object: SourceObject, raw: unknown): SourceRow {
  const { data: row } = Row.safeParse(raw);
  if (!row || row.id === '' || !isStorable(raw)) {
    const print = createHash('sha256').update(JSON.stringify(raw)).digest('hex').slice(0, 16);
    return {
      object,
      id: row?.id && isStorable(row.id) ? row.id : `without-id-${print}`,
      updatedAt: null,
      raw: null,
    };
  }
  const isCredit = object === 'invoice' && row.type === 'CREDITMEMO';
  return { object: isCredit ? 'credit_memo' : object, id: row.id, updatedAt: row.updated_at ?? null, raw };
}

function systemName(type: string): string {
  return { quickbooks: 'QuickBooks', xero: 'Xero', netsuite: 'NetSuite' }[type] ?? type;
}
