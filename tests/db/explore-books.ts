import { randomUUID } from 'node:crypto';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { type Claims, claimsByDocument } from '@/db/queries/claims';
import type { ExploreRow } from '@/db/queries/explore-rows';
import { openItemRows } from '@/db/queries/open-items';
import { openOfAccount } from '@/db/queries/open-of-account';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { ExploreFilters, StatusFact } from '@/lib/explore-filters';
import { createWorld, day, owner } from '../world';
import { pick, randomOf } from './random-history';
import type { World } from './report-at';

/** The day that the books are looked at. */
export const AS_OF = day('2026-03-31');

const OWNERS = ['Ines', 'Tom', null, ''] as const;
const TAGS = ['school', 'hotel', 'key account'] as const;

/** Books with everything that Explore can be narrowed by: the same seed gives the same books. */
export async function exploreBooks(seed: number): Promise<World> {
  const w = await createWorld();
  const random = randomOf(seed);
  for (let i = 0; i < 6; i += 1) {
    const customerId = await w.addCustomer(`${pick(['Blue', 'Green'], random)} ${i}`, `C-${i}`);
    await owner`update customers set owner = ${pick(OWNERS, random)},
      tags = ${TAGS.filter(() => random() < 0.4)} where id = ${customerId}`;
    for (let j = 0; j < 5; j += 1) await anInvoice(w, customerId, random);
    if (random() < 0.5) await w.pay(700, '2026-03-20', { customerId, apply: 'none' });
    if (random() < 0.8) await w.pay(900, '2026-03-15', { customerId, apply: 'oldest' });
    if (random() < 0.8) await w.pay(2_500, '2026-03-27', { customerId, apply: 'oldest' });
    if (i % 2 === 0) await promiseForAccount(w, customerId, i);
  }
  await w.invoice(55_555, '2026-03-01', { currency: 'EUR' });
  return w;
}

/** Half of what is open by and by, of one customer broken. */
async function promiseForAccount(w: World, customerId: string, i: number): Promise<void> {
  const open = await w.read((tx) => openOfAccount(tx, { customerId, currency: 'USD' }));
  if (open < 2) return;
  const promise = { customerId, currency: 'USD', amountMinor: toMinor(Math.floor(open / 2)) };
  const promisedOn = addDays(AS_OF, -20);
  const promisedFor = addDays(AS_OF, i === 0 ? -1 : 9);
  await w.write((tx) => recordPromise(tx, w.admin, { ...promise, promisedOn, promisedFor }));
}

async function anInvoice(w: World, customerId: string, random: () => number): Promise<void> {
  const dueOn = addDays(AS_OF, 40 - Math.floor(random() * 220));
  const amount = 1 + Math.floor(10 ** (1 + random() * 5));
  const on = addDays(dueOn, -30) < AS_OF ? addDays(dueOn, -30) : AS_OF;
  const { documentId } = await w.invoice(amount, dueOn, { customerId, on });
  const amountMinor = toMinor(amount);
  const dice = random();
  if (dice < 0.3)
    await w.write((tx) =>
      recordPromise(tx, w.admin, {
        customerId,
        documentId,
        amountMinor,
        currency: 'USD',
        promisedOn: addDays(AS_OF, -10),
        promisedFor: addDays(AS_OF, random() < 0.5 ? -3 : 5),
      }),
    );
  if (dice > 0.2 && dice < 0.5)
    await w.write((tx) =>
      openDispute(tx, w.admin, { documentId, amountMinor, reason: 'Damaged', openedOn: addDays(AS_OF, -2) }),
    );
  const times = dice > 0.4 ? Math.floor(random() * 4) : 0;
  for (let time = 0; time < times; time += 1) await remind(w, documentId, addDays(AS_OF, -20 + 7 * time));
}

async function remind(w: World, documentId: string, on: PlainDate): Promise<void> {
  const id = randomUUID();
  await owner`insert into reminders (id, org_id, customer_id, currency, reminder_date, level, fee_minor, interest_minor)
    select ${id}, org_id, customer_id, currency, ${on}, 1, 0, 0 from open_items where document_id = ${documentId}`;
  await owner`insert into reminder_lines (org_id, customer_id, currency, level, interest_minor, reminder_id, document_id,
      item_id, outstanding_minor, days_past_due)
    select org_id, customer_id, currency, 1, 0, ${id}, document_id, id, amount_minor, 1 from open_items
    where document_id = ${documentId}`;
}

/** An open item as the twin reads it: from other queries, one thing at a time. */
export type Twin = Pick<
  ExploreRow,
  | 'itemId'
  | 'number'
  | 'customerId'
  | 'customer'
  | 'customerCode'
  | 'owner'
  | 'tags'
  | 'documentDate'
  | 'dueOn'
  | 'amountMinor'
  | 'openMinor'
  | 'days'
  | 'bucket'
  | 'disputedMinor'
  | 'promise'
  | 'remindedTimes'
> & {
  /** What has not arrived of the latest promise; 0 without one. */
  readonly promisedLeft: Minor;
};

/** Everything open at the moment of the filters, read the slow way and narrowed by nothing but currency and credits. */
export async function twinItems(w: World, filters: ExploreFilters): Promise<Twin[]> {
  const { asOf, currency, withCredits } = filters;
  const items = await w.read((tx) => openItemRows(tx, filters, filters, { currency }));
  const people = await owner`select id, name, code, owner, tags from customers where org_id = ${w.org.id}`;
  const reminded = await owner`select item_id, count(*)::int as times from reminder_lines
    join reminders on reminders.id = reminder_id
    where reminders.org_id = ${w.org.id} and reminder_date <= ${asOf} group by item_id`;
  const arrived = await owner`select p.document_id, coalesce(sum(a.amount_minor), 0)::int as minor
    from promises p join open_items d on d.document_id = p.document_id left join allocations a on a.debit_item_id = d.id
      and a.effective_on between p.promised_on and least(p.promised_for, ${asOf}::date)
    where p.org_id = ${w.org.id} and p.document_id is not null group by 1`;
  const twins: Twin[] = [];
  for (const item of items) {
    if (item.amountMinor < 0 && !withCredits) continue;
    const person = people.find(({ id }) => id === item.customerId);
    const claims = await w.read((tx) =>
      claimsByDocument(tx, item.customerId, { asOf, timeZone: w.org.timeZone }),
    );
    const said = claims.get(item.documentId);
    const promise = promiseOf(said);
    twins.push({
      ...item,
      customer: String(person?.name),
      customerCode: person?.code ?? null,
      owner: person?.owner || null,
      tags: person?.tags ?? [],
      disputedMinor: said?.disputedMinor ?? toMinor(0),
      promise,
      promisedLeft: toMinor(
        (promise?.amountMinor ?? 0) -
          (promise && said?.promise?.partMinor === null
            ? arrived.find((each) => each.document_id === item.documentId)?.minor
            : 0),
      ),
      remindedTimes: reminded.find((each) => each.item_id === item.itemId)?.times ?? 0,
    });
  }
  return twins;
}

/** An invoice's own promise, or its part of one for the account. */
function promiseOf(said: Claims | undefined): Twin['promise'] {
  if (!said?.promise) return null;
  const { partMinor, amountMinor, ...promise } = said.promise;
  return { ...promise, amountMinor: partMinor ?? amountMinor };
}

/** Whether a fact holds of an item. */
export function holds(item: Twin, fact: StatusFact): boolean {
  if (fact === 'promised') return item.promise?.isBroken === false;
  if (fact === 'promise_broken') return item.promise?.isBroken === true;
  if (fact === 'disputed') return item.disputedMinor > 0;
  if (fact === 'reminded') return item.remindedTimes > 0;
  return item.amountMinor > 0 && item.openMinor < item.amountMinor;
}

const within = <T extends number | string>(value: T, from: T | null, to: T | null) =>
  (from === null || value >= from) && (to === null || value <= to);

/** What each facet asks of an item, without SQL. */
const ASKS: Readonly<Record<string, (item: Twin, filters: ExploreFilters) => boolean>> = {
  age: (item, { buckets }) => buckets.length === 0 || (item.amountMinor > 0 && buckets.includes(item.bucket)),
  amount: (item, { minMinor, maxMinor }) => within<number>(item.openMinor, minMinor, maxMinor),
  q: (item, { q }) => `${item.customer} ${item.customerCode ?? ''}`.toLowerCase().includes(q.toLowerCase()),
  customer: (item, { customerIds }) => customerIds.length === 0 || customerIds.includes(item.customerId),
  owner: (item, { owners, unowned }) =>
    (owners.length === 0 && !unowned) || (item.owner === null ? unowned : owners.includes(item.owner)),
  status: (item, { statuses }) => statuses.length === 0 || statuses.some((fact) => holds(item, fact)),
  tag: (item, { tags }) => tags.length === 0 || tags.some((tag) => item.tags.includes(tag)),
  due: (item, { dueFrom, dueTo }) => within(item.dueOn, dueFrom, dueTo),
  invoiced: (item, { invoicedFrom, invoicedTo }) => within(item.documentDate, invoicedFrom, invoicedTo),
  item: (item, { itemIds }) => itemIds.length === 0 || itemIds.includes(item.itemId),
};

/** The items that satisfy every facet, or every one but `except`. */
export function narrowed(items: readonly Twin[], filters: ExploreFilters, except?: string): Twin[] {
  return items.filter((item) =>
    Object.entries(ASKS).every(([facet, asks]) => facet === except || asks(item, filters)),
  );
}
