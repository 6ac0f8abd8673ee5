import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { type SaidPromise, type SaidReminder, saidHistory } from '@/lib/said-history';

const AT = new Date('2026-10-14T15:00:00Z');
const NOTHING = { reminders: [], promises: [], disputes: [] };
const reminder = (id: string, more: Partial<SaidReminder> = {}): SaidReminder => ({
  id,
  on: toPlainDate('2026-10-14'),
  at: AT,
  to: 'dana@acme.example',
  state: 'sent',
  ...more,
});
const PROMISE: SaidPromise = {
  id: 'p',
  on: toPlainDate('2026-11-12'),
  at: AT,
  amountMinor: toMinor(1_248_000),
  receivedMinor: toMinor(0),
  promisedFor: toPlainDate('2026-11-18'),
  note: 'Check run on Wednesday',
  status: 'active',
  overOn: toPlainDate('2026-11-19'),
};
const told = (promise: Partial<SaidPromise>) =>
  saidHistory({ ...NOTHING, promises: [{ ...PROMISE, ...promise }] }, 'USD').map(({ day, title, detail }) => [
    day,
    title,
    detail,
  ]);

test('reminders that went out are numbered; one that waits or was taken back is none of them', () => {
  const reminders = [
    reminder('a'),
    reminder('b', { state: 'withdrawn' }),
    reminder('c', { to: null }),
    reminder('d', { state: 'waiting', to: null }),
  ];
  expect(saidHistory({ ...NOTHING, reminders }, 'USD').map(({ title, detail }) => [title, detail])).toEqual([
    ['Reminder 1 sent', 'To dana@acme.example'],
    ['Reminder taken back', 'To dana@acme.example'],
    ['Reminder 2 sent', null],
    ['Reminder waits to be looked at', null],
  ]);
});

test('a promise is told on its day, and what became of it on the day after it was over', () => {
  const made = ['2026-11-12', 'Promised $12,480.00 by 18 Nov', 'Check run on Wednesday'];
  expect(told({})).toEqual([made]);
  expect(told({ status: 'broken' })).toEqual([
    made,
    ['2026-11-19', 'Promise not kept', '$12,480.00 was due 18 Nov'],
  ]);
  expect(told({ status: 'partly_kept', receivedMinor: toMinor(500_000) })).toEqual([
    made,
    ['2026-11-19', 'Promise partly kept', '$5,000.00 of $12,480.00 came by 18 Nov'],
  ]);
  expect(told({ status: 'kept' })[0]?.[1]).toBe('Promised $12,480.00 by 18 Nov, and kept it');
  expect(told({ status: 'cancelled' })[0]?.[1]).toBe('Promised $12,480.00 by 18 Nov, taken back');
});

test('a dispute is told with its reason, and with how it ended', () => {
  const dispute = {
    id: 'd',
    on: toPlainDate('2026-11-01'),
    at: AT,
    amountMinor: toMinor(320_000),
    reason: 'Two cases broken',
  };
  const end = { on: toPlainDate('2026-11-05'), at: AT, resolution: 'Credited' };
  const entries = saidHistory({ ...NOTHING, disputes: [{ ...dispute, end }] }, 'USD');
  expect(entries.map(({ day, title, detail }) => [day, title, detail])).toEqual([
    ['2026-11-01', 'Disputed $3,200.00', 'Two cases broken'],
    ['2026-11-05', 'Dispute resolved', 'Credited'],
  ]);
  expect(saidHistory({ ...NOTHING, disputes: [{ ...dispute, end: null }] }, 'USD')).toHaveLength(1);
});
