import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { expect, onTestFinished } from 'vitest';
import { createCustomer } from '@/db/commands/create-customer';
import { postInvoice } from '@/db/commands/post-invoice';
import { type RecordPayment, recordPayment } from '@/db/commands/record-payment';
import { type ItemFilter, openItemRows } from '@/db/queries/open-items';
import { standingInvariants } from '@/db/queries/verify';
import { type Tx, withScope } from '@/db/scope';
import type { Actor, CustomerActor, Organization, StaffActor } from '@/lib/actor';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { toPlainDate } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import { toMinor } from '@/lib/domain/money';

/** The owner's connection: for what no role of the application may do, such as making a bare organization. */
export const owner = postgres(process.env.OWNER_URL ?? '', { max: 2, onnotice() {}, idle_timeout: 2 });

/** A day, written short in tests. */
export const day = toPlainDate;

/** A fresh organization, seen by nobody else. When its test ends every standing invariant must hold. */
export async function createWorld(settings: Partial<Organization> = {}) {
  const org: Organization = {
    id: randomUUID(),
    name: 'Test Traders',
    currency: 'USD',
    timeZone: 'America/New_York',
    agingBasis: 'due',
    bounds: DEFAULT_BOUNDS,
    isSample: false,
    ...settings,
  };
  await owner`insert into organizations (id, name, currency, time_zone, is_sample)
    values (${org.id}, ${org.name}, ${org.currency}, ${org.timeZone}, ${org.isSample})`;
  const admin: StaffActor = { kind: 'staff', role: 'admin', userId: randomUUID(), name: 'Ada Admin', org };
  const manager: StaffActor = { ...admin, role: 'manager', name: 'Max Manager' };
  const read = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = admin) => withScope(actor, 'read', work);
  const write = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = admin) => withScope(actor, 'write', work);
  onTestFinished(async () => {
    if (!(await owner`select 1 from organizations where id = ${org.id}`).length) return;
    // Of large books it reads every row.
    const results = await withScope(admin, 'read', standingInvariants, 60_000);
    expect(results.length).toBeGreaterThan(10);
    expect(results.filter((result) => result.broken > 0)).toEqual([]);
  });

  const addCustomer = async (name = 'Acme', code: string | null = null) =>
    (await write((tx) => createCustomer(tx, admin, { name, code }))).customerId;
  const customerId = await addCustomer();
  const customer = (id: string = customerId): CustomerActor => ({
    kind: 'customer',
    role: 'customer',
    userId: randomUUID(),
    name: 'Cora Customer',
    customerId: id,
    org,
  });
  const invoice = (
    amount: number,
    dueDate: string,
    more: { customerId?: string; number?: string; on?: string; currency?: string } = {},
  ) =>
    write((tx) =>
      postInvoice(tx, admin, {
        customerId: more.customerId ?? customerId,
        invoiceDate: day(more.on ?? dueDate),
        dueDate: day(dueDate),
        lines: [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(amount), taxPercent: '0' }],
        source: 'staff',
        ...(more.number ? { number: more.number } : {}),
        ...(more.currency ? { currency: more.currency } : {}),
      }),
    );
  const pay = (amount: number, on: string, more: Partial<RecordPayment> = {}) =>
    write((tx) =>
      recordPayment(tx, admin, {
        customerId,
        receivedOn: day(on),
        amountMinor: toMinor(amount),
        payment: { method: 'Wire' },
        apply: 'oldest',
        source: 'staff',
        ...more,
      }),
    );
  /** "number: open" of every open item on a day. */
  const openAt = async (asOf: string, filter: ItemFilter = {}, knownAt: Instant | null = null) =>
    Object.fromEntries(
      (
        await read((tx) =>
          openItemRows(tx, { asOf: day(asOf), knownAt }, { basis: 'due', bounds: DEFAULT_BOUNDS }, filter),
        )
      ).map((item) => [item.number, item.openMinor]),
    );
  return { org, admin, manager, customer, customerId, read, write, addCustomer, invoice, pay, openAt };
}

/** What a promise was refused with; fails when it was not refused. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => {
      throw new Error('was not refused');
    },
    (reason: unknown) => reason,
  );
  if (error instanceof Error && 'code' in error && error.name === 'Refusal') return String(error.code);
  throw error;
}
