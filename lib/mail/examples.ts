import { toPlainDate } from '../domain/dates';
import { toMinor } from '../domain/money';
import type { MailParams, ReminderStage } from './params';

/** A template to be looked at: what it is called, and values that are examples and nobody's. */
interface MailExample {
  readonly name: string;
  readonly label: string;
  readonly params: MailParams;
}

const DAY = toPlainDate('2026-03-16');
const LATE = [
  {
    number: 'INV-00042',
    currency: 'USD',
    dueOn: toPlainDate('2026-02-28'),
    openMinor: toMinor(124_000),
    daysPastDue: 16,
  },
  {
    number: 'INV-00057',
    currency: 'USD',
    dueOn: toPlainDate('2026-03-15'),
    openMinor: toMinor(38_050),
    daysPastDue: 1,
  },
];
const SOON = [
  {
    number: 'INV-00061',
    currency: 'USD',
    dueOn: toPlainDate('2026-03-19'),
    openMinor: toMinor(38_050),
    daysPastDue: -3,
  },
];
const OWED = [{ currency: 'USD', amountMinor: toMinor(162_050) }];

/** Every template with example values, in the order in which they are shown. */
export const MAIL_EXAMPLES: readonly MailExample[] = [
  {
    name: 'invitation',
    label: 'Invitation of a customer',
    params: { kind: 'invitation', by: 'Ada Admin', role: 'customer', owed: OWED },
  },
  {
    name: 'invitation-staff',
    label: 'Invitation of staff',
    params: { kind: 'invitation', by: 'Ada Admin', role: 'manager', owed: [] },
  },
  {
    name: 'invoice',
    label: 'Invoice',
    params: {
      kind: 'invoice',
      customer: 'Example Ltd',
      number: 'INV-00061',
      currency: 'USD',
      amountMinor: toMinor(38_050),
      openMinor: toMinor(38_050),
      dueOn: toPlainDate('2026-03-19'),
      note: '',
    },
  },
  {
    name: 'receipt',
    label: 'Payment receipt',
    params: {
      kind: 'receipt',
      customer: 'Example Ltd',
      number: 'PMT-00012',
      currency: 'USD',
      amountMinor: toMinor(150_000),
      receivedOn: DAY,
      method: 'Bank transfer',
      applied: [{ number: 'INV-00042', amountMinor: toMinor(124_000), openMinor: toMinor(0) }],
      unappliedMinor: toMinor(26_000),
      balanceMinor: toMinor(-26_000),
    },
  },
  reminder('before', 'Reminder before the due day', SOON),
  reminder('first', 'First reminder', LATE.slice(1)),
  reminder('again', 'Further reminder', LATE),
  reminder('last', 'Last reminder', LATE),
  {
    name: 'statement',
    label: 'Statement',
    params: {
      kind: 'statement',
      customer: 'Example Ltd',
      currency: 'USD',
      amountMinor: toMinor(162_050),
      lateMinor: toMinor(124_000),
      asOf: toPlainDate('2026-02-28'),
    },
  },
  { name: 'password-reset', label: 'Password reset', params: { kind: 'password_reset' } },
  { name: 'new-email', label: 'New e-mail address', params: { kind: 'email_change' } },
  { name: 'sign-in-link', label: 'Sign-in link', params: { kind: 'sign_in_link' } },
  {
    name: 'account-changed',
    label: 'Account changed',
    params: { kind: 'account_changed', name: 'Dana', changes: ['password', 'email'] },
  },
  {
    name: 'account-closed',
    label: 'Account closed',
    params: {
      kind: 'account_closed',
      name: 'Dana',
      owed: [],
      account: ['Brightwater Hotels', '+1 503 555 0140', '12 Harbor Street, Astoria, OR'],
    },
  },
  {
    name: 'digest',
    label: 'Daily summary for staff',
    params: {
      kind: 'digest',
      day: DAY,
      owed: OWED,
      late: [{ currency: 'USD', amountMinor: toMinor(124_000) }],
      received: [{ currency: 'USD', amountMinor: toMinor(150_000) }],
      promisesDue: 2,
      promisesBroken: 1,
      mailsFailed: 0,
      needPerson: 1,
      chain: '5f2c…',
    },
  },
  { name: 'test', label: 'Test mail', params: { kind: 'test' } },
];

function reminder(
  stage: ReminderStage,
  label: string,
  invoices: Extract<MailParams, { kind: 'reminder' }>['invoices'],
): MailExample {
  const params = {
    kind: 'reminder',
    customer: 'Example Ltd',
    reminderIds: [],
    stage,
    invoices,
    note: '',
  } as const;
  return { name: `reminder-${stage}`, label, params };
}
