import { describe, expect, test } from 'vitest';
import { activityChanges } from '@/lib/activity-changes';
import { actorKey, readActivityFilters } from '@/lib/activity-filters';
import type { ActivityDeed } from '@/lib/activity-phrases';
import { activitySentence, activityWords, verbName } from '@/lib/activity-words';

const CUSTOMER = 'Brightwater Hotels';
const deed = (verb: string, more: Partial<ActivityDeed> = {}): ActivityDeed => ({
  verb,
  actorName: 'Ada',
  customer: null,
  document: null,
  before: null,
  after: null,
  ...more,
});
const paid = { number: 'PMT-00012', amountMinor: 25_000, currency: 'USD' };
const billed = { number: 'INV-00007', amountMinor: 120_050, currency: 'EUR' };

test.each<[string, ActivityDeed]>([
  [
    'Ada recorded PMT-00012, $250.00 from Brightwater Hotels',
    deed('payment_recorded', { customer: CUSTOMER, after: paid }),
  ],
  [
    'Ada posted INV-00007, €1,200.50 to Brightwater Hotels',
    deed('invoice_posted', { customer: CUSTOMER, after: billed }),
  ],
  [
    'Ada billed School fee to many at once, 2 invoices',
    deed('invoices_batched', { after: { service: 'School fee', count: 2 } }),
  ],
  [
    'Ada reversed PMT-00012, $250.00 from Brightwater Hotels',
    deed('payment_reversed', {
      customer: CUSTOMER,
      before: { ...paid, amountMinor: -25_000 },
      after: { reversal: 'REV-00001' },
    }),
  ],
  [
    'Ada voided INV-00007, €1,200.50 to Brightwater Hotels',
    deed('invoice_voided', { customer: CUSTOMER, before: billed }),
  ],
  [
    'Ada gave DSC-00001, $250.00 to Brightwater Hotels',
    deed('discount_posted', { customer: CUSTOMER, after: { ...paid, number: 'DSC-00001' } }),
  ],
  [
    'Ada charged 2 late fees as of 21 Jun 2026',
    deed('late_fees_charged', { after: { on: '2026-06-21', count: 2 } }),
  ],
  [
    'Ada applied $30.00 from PMT-00012 of Brightwater Hotels',
    deed('credit_applied', {
      customer: CUSTOMER,
      document: paid,
      after: [{ amountMinor: 1_000 }, { amountMinor: 2_000 }],
    }),
  ],
  [
    'Ada took back $9.00 that was applied to INV-00007 of Brightwater Hotels',
    deed('allocation_undone', {
      customer: CUSTOMER,
      document: billed,
      before: { amountMinor: 900, currency: 'USD' },
    }),
  ],
  [
    'Ada posted INV-00009, €1,200.50 to Brightwater Hotels again, which was INV-00007',
    deed('invoice_restored', {
      customer: CUSTOMER,
      before: { number: 'INV-00007' },
      after: { ...billed, number: 'INV-00009' },
    }),
  ],
  [
    'Ada noted a promise of Brightwater Hotels, €1,200.50 by 20 Nov 2026 for INV-00007',
    deed('promise_recorded', { customer: CUSTOMER, after: { ...billed, promisedFor: '2026-11-20' } }),
  ],
  [
    'Ada took back a promise of Brightwater Hotels, €1,200.50',
    deed('promise_cancelled', { customer: CUSTOMER, before: { amountMinor: 120_050, currency: 'EUR' } }),
  ],
  [
    'Ada noted a dispute of INV-00007, €1,200.50 by Brightwater Hotels: Two boxes missing',
    deed('dispute_opened', { customer: CUSTOMER, after: { ...billed, reason: 'Two boxes missing' } }),
  ],
  [
    'Ada resolved the dispute of INV-00007, €1,200.50 by Brightwater Hotels: Boxes found',
    deed('dispute_resolved', { customer: CUSTOMER, before: billed, after: { resolution: 'Boxes found' } }),
  ],
  [
    'Ada wrote a note on Brightwater Hotels for INV-00007: Rang Ms Ito',
    deed('note_written', { customer: CUSTOMER, after: { number: 'INV-00007', text: 'Rang Ms Ito' } }),
  ],
  [
    'Ada held further credit of Brightwater Hotels: Over the limit',
    deed('hold_placed', { customer: CUSTOMER, after: { kind: 'credit', reason: 'Over the limit' } }),
  ],
  [
    'Ada released the hold on the reminders of Brightwater Hotels for INV-00007',
    deed('hold_released', { customer: CUSTOMER, before: { kind: 'reminders', number: 'INV-00007' } }),
  ],
  [
    'Ada reminded Brightwater Hotels, €1,200.50',
    deed('reminder_written', { customer: CUSTOMER, after: { amountMinor: 120_050, currency: 'EUR' } }),
  ],
  [
    'Ada sent the reminder of 20 Nov 2026 to Brightwater Hotels',
    deed('reminder_sent', { customer: CUSTOMER, before: { date: '2026-11-20' } }),
  ],
  [
    'Ada took back the reminder of 20 Nov 2026 to Brightwater Hotels: Sent in error',
    deed('reminder_withdrawn', {
      customer: CUSTOMER,
      before: { date: '2026-11-20' },
      after: { reason: 'Sent in error' },
    }),
  ],
  [
    'Ada billed FEE-00001, $5.00 to Brightwater Hotels for the reminder of 20 Nov 2026',
    deed('reminder_charged', {
      customer: CUSTOMER,
      before: { date: '2026-11-20' },
      after: { number: 'FEE-00001', amountMinor: 500, currency: 'USD' },
    }),
  ],
  [
    'Ada ran the reminders of 20 Nov 2026: 3 reminders',
    deed('reminders_run', { after: { runOn: '2026-11-20', reminders: 3 } }),
  ],
  ['Ada changed when customers are reminded', deed('reminder_policy_changed')],
  [
    'Ada added Brightwater Hotels',
    deed('customer_created', { customer: CUSTOMER, after: { name: 'Brightwater' } }),
  ],
  [
    'Ada imported open.csv: 1,204 invoices',
    deed('import_booked', { after: { kind: 'invoices', fileName: 'open.csv', created: 1_204 } }),
  ],
  [
    'Ada took back the import of open.csv: 1 document reversed',
    deed('import_undone', { before: { fileName: 'open.csv' }, after: { reversed: 1 } }),
  ],
  [
    'Ada downloaded the aging report as of 20 Nov 2026',
    deed('report_downloaded', { after: { kind: 'aging', asOf: '2026-11-20' } }),
  ],
  [
    'Ada recorded 1 exchange rate of 31 Oct 2026',
    deed('exchange_rates_recorded', { after: { count: 1, rateOn: '2026-10-31', rate: '1.08' } }),
  ],
  ['Ada recorded 40 exchange rates', deed('exchange_rates_recorded', { after: { count: 40 } })],
  ['Ada closed the books up to 31 Oct 2026', deed('period_locked', { after: { lockedOn: '2026-10-31' } })],
  [
    'Ada opened the closed books again',
    deed('period_locked', { before: { lockedOn: '2026-10-31' }, after: { lockedOn: null } }),
  ],
  ['Ada set up Alder & Finch', deed('organization_registered', { after: { name: 'Alder & Finch' } })],
  ['Ada changed the settings of the business', deed('organization_updated')],
  [
    'Ada invited max@example.com as a manager',
    deed('user_invited', { after: { email: 'max@example.com', role: 'manager' } }),
  ],
  ['Ada joined as an admin', deed('invitation_accepted', { after: { role: 'admin' } })],
  [
    'Ada is called Ada L. from now on',
    deed('user_renamed', { before: { name: 'Ada' }, after: { name: 'Ada L.' } }),
  ],
  ['Ada changed the password', deed('password_changed')],
  ['Ada signed in', deed('signed_in', { after: { ip: '192.0.2.1' } })],
  ['Ada signed in for Brightwater Hotels', deed('signed_in', { customer: CUSTOMER })],
  ['Ada signed out', deed('signed_out')],
  [
    'Ada made the API key Bookkeeping',
    deed('api_key_created', { after: { name: 'Bookkeeping', role: 'manager' } }),
  ],
  ['Ada revoked the API key Bookkeeping', deed('api_key_revoked', { before: { name: 'Bookkeeping' } })],
  [
    'Ada moved the API key Shop from ACME Inc to Brightwater Hotels',
    deed('api_key_moved', { before: { customer: 'ACME Inc' }, after: { name: 'Shop' }, customer: CUSTOMER }),
  ],
  [
    'Ada made up the sample books: 60 customers, 1,500 invoices, 1 payment',
    deed('sample_created', { after: { customers: 60, invoices: 1_500, payments: 1 } }),
  ],
])('%s', (sentence, what) => {
  expect(activitySentence(what)).toBe(sentence);
});

describe('what is not known is still said', () => {
  test('a verb that is new here', () => {
    expect(activitySentence(deed('parcel_posted', { customer: CUSTOMER }))).toBe(
      'Ada noted: parcel posted for Brightwater Hotels',
    );
  });

  test.each(['payment_recorded', 'credit_applied', 'import_booked', 'report_downloaded', 'user_invited'])(
    'facts of %s in a shape that was never written',
    (verb) => {
      for (const odd of [
        null,
        7,
        'text',
        [null],
        [{ amountMinor: 'x' }],
        { amountMinor: 1.5, currency: 'nothing', number: {} },
      ])
        expect(activitySentence(deed(verb, { before: odd, after: odd }))).toMatch(/^Ada [a-z]+/);
    },
  );
});

test('documents and customers are pieces of their own, to be linked', () => {
  expect(activityWords(deed('payment_recorded', { customer: CUSTOMER, after: paid }))).toEqual([
    'recorded ',
    { names: 'document', text: 'PMT-00012' },
    ', $250.00',
    ' from ',
    { names: 'customer', text: CUSTOMER },
  ]);
});

test('a change shows what was and what became, without ids', () => {
  expect(
    activityChanges(
      { before: { name: 'Old', bounds: [0, 30] }, after: { name: 'New', bounds: [0, 15, 30], orgId: 'x' } },
      null,
    ),
  ).toEqual([
    { label: 'Name', before: 'Old', after: 'New' },
    { label: 'Bounds', before: '0, 30', after: '0, 15, 30' },
  ]);
});

test('amounts are in the currency of their record, days in words, parts one after the other', () => {
  const after = {
    ...paid,
    dueOn: '2026-11-20',
    unappliedMinor: 0,
    invoices: [
      { number: 'INV-1', amountMinor: 10_000 },
      { number: 'INV-2', amountMinor: 15_000 },
    ],
    isOpen: false,
    nothing: null,
  };
  expect(
    Object.fromEntries(activityChanges({ before: null, after }, null).map((c) => [c.label, c.after])),
  ).toEqual({
    Number: 'PMT-00012',
    Amount: '$250.00',
    'Due on': '20 Nov 2026',
    Unapplied: '$0.00',
    Invoices: 'INV-1 $100.00, INV-2 $150.00',
    'Is open': 'no',
  });
  expect(activityChanges({ before: null, after: [{ debitItemId: 'a', amountMinor: 900 }] }, 'EUR')).toEqual([
    { label: 'Parts', before: null, after: '€9.00' },
  ]);
});

test('what was nothing and became something is a change, and so is the other way round', () => {
  const [none, some] = [{ lockedOn: null }, { lockedOn: '2026-10-31' }];
  const label = 'Locked on';
  expect(activityChanges({ before: none, after: some }, null)).toEqual([
    { label, before: 'none', after: '31 Oct 2026' },
  ]);
  expect(activityChanges({ before: some, after: none }, null)).toEqual([
    { label, before: '31 Oct 2026', after: 'none' },
  ]);
  expect(activityChanges({ before: some, after: null }, null)).toEqual([
    { label, before: '31 Oct 2026', after: null },
  ]);
  expect(activityChanges({ before: null, after: none }, null)).toEqual([]);
});

test('the address is read, and what cannot be read is named', () => {
  const { filters, dropped } = readActivityFilters({ verb: 'signed_in', actor: 'Dueline', before: 'x' });
  const unasked = { q: '', kind: null, from: null, to: null };
  expect(filters).toEqual({ ...unasked, verb: 'signed_in', actor: 'Dueline', before: null });
  expect(dropped).toEqual(['before']);
  expect(readActivityFilters({ verb: "x'; --" }).dropped).toEqual(['verb']);
  expect(actorKey({ actorId: null, actorName: 'Dueline' })).toBe('Dueline');
  expect(verbName('api_key_created')).toBe('API key created');
});
