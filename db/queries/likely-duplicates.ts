import { sql } from 'drizzle-orm';
import { type Minor, toMinor } from '@/lib/domain/money';
import { contacts, customers } from '../schema/customers';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** Pairs that are listed. */
const LISTED = 100;

/** A customer of a pair, and what it owes in its own currency. */
interface Twin {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly currency: string;
  readonly balanceMinor: Minor;
}

/** Two active customers that may be one: the newer, and the older that would go on. */
export interface LikelyDuplicate {
  readonly newer: Twin;
  readonly older: Twin;
  /** What they have in common. */
  readonly because: 'name' | 'email';
}

/** A name without legal forms, blanks and marks: "The Acme Co., Inc." and "ACME" are the same. */
const NAME_KEY = sql`regexp_replace(regexp_replace(lower(name),
  '\\m(the|inc|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|sa|srl|bv|plc|pty)\\M', '', 'g'), '[^[:alnum:]]', '', 'g')`;

/**
 * Active customers that share a name, but for legal forms and marks, or an e-mail address, each beside the oldest that does; by name, at
 * most 100. What many share costs no more than its number.
 */
export async function likelyDuplicates(tx: Tx): Promise<LikelyDuplicate[]> {
  const rows = await tx.execute<Row>(sql`with known as (
      select id, name, code, currency, created_at, ${NAME_KEY} as key from ${customers} where archived_at is null),
    marks as (
      select id, 'name' as because, key as mark from known where key <> ''
      union select id, 'email', lower(email) from ${customers} where archived_at is null and email is not null
      union select p.customer_id, 'email', lower(p.email) from ${contacts} p
        join known k on k.id = p.customer_id where p.email is not null),
    oldest as (
      select because, m.id as newer_id,
        first_value(m.id) over (partition by because, mark order by k.created_at, k.id) as older_id
      from marks m join known k on k.id = m.id),
    pairs as (
      select newer_id, older_id, max(because) as because from oldest join known o on o.id = older_id
      where newer_id <> older_id group by newer_id, older_id, o.name
      order by o.name, older_id, newer_id limit ${LISTED})
    select because, n.id, n.name, n.code, n.currency, ${balanceOf('n')} as balance, o.id as older_id, o.name as older_name,
      o.code as older_code, o.currency as older_currency, ${balanceOf('o')} as older_balance
    from pairs join known n on n.id = newer_id join known o on o.id = older_id
    order by o.name, o.id, n.name, n.id`);
  return rows.map((row) => ({
    because: row.because,
    newer: {
      id: row.id,
      name: row.name,
      code: row.code,
      currency: row.currency,
      balanceMinor: toMinor(row.balance),
    },
    older: {
      id: row.older_id,
      name: row.older_name,
      code: row.older_code,
      currency: row.older_currency,
      balanceMinor: toMinor(row.older_balance),
    },
  }));
}

interface Row extends Record<string, unknown> {
  readonly because: 'name' | 'email';
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly currency: string;
  readonly balance: string;
  readonly older_id: string;
  readonly older_name: string;
  readonly older_code: string | null;
  readonly older_currency: string;
  readonly older_balance: string;
}

function balanceOf(customer: 'n' | 'o') {
  const of = sql.raw(customer);
  return sql`(select coalesce(sum(i.open_minor), 0)::text from ${openItems} i
    where i.customer_id = ${of}.id and i.currency = ${of}.currency and i.open_minor <> 0)`;
}
