/** Name of an invariant, what is done to the books, and how. */
export type Damage = readonly [invariant: string, what: string, damage: readonly string[]];

/** An application that stands. */
export const LIVE = `(select a.id from allocations a where a.org_id = $org and a.amount_minor > 0
  and not exists (select from allocations u where u.reverses_id = a.id) order by a.id limit 1)`;

/** Damages to what posting adds up as it goes. */
export const SUM_DAMAGES: readonly Damage[] = [
  [
    'the sums of a day are those of its movements',
    'a sum raised by hand',
    [`update day_sums set paid_since_due = paid_since_due + 1 where org_id = $org and day = '2026-02-15'`],
  ],
  [
    'the sums of a day are those of its movements',
    'a day without its sums',
    [`delete from day_sums where org_id = $org and day = '2026-02-01'`],
  ],
  [
    'the sums of a day are those of its movements',
    'an application that the sums were not told of',
    [`update allocations set amount_minor = amount_minor + 1 where id = ${LIVE}`],
  ],
  [
    'the sums of debits by month are those of their movements',
    'a sum raised by hand',
    [`update debit_sums set timely_minor = timely_minor + 1 where org_id = $org and month = '2026-01-01'`],
  ],
  [
    'the sums of payment delays are those of the payments',
    'a weight raised by hand',
    [`update delay_sums set weights[1] = weights[1] + 0.01 where org_id = $org`],
  ],
  [
    'the sums of payment delays are those of the payments',
    'a customer without its sums',
    [`delete from delay_sums where org_id = $org and customer_id <> '00000000-0000-0000-0000-000000000000'`],
  ],
  [
    'the sums of debits by month are those of their movements',
    'a month without its sums',
    [`delete from debit_sums where org_id = $org and month = '2026-02-01'`],
  ],
];
