import { amountOf, matchesTotal, textOf } from './activity-fields';
import { type ActivityDeed, comma, count, customer, dayIn, document, type Word } from './activity-phrases';
import { BANK_WORDS } from './bank/activity-words';
import { CALL_WORDS } from './call-words';
import { COLLECTION_WORDS } from './collection-words';
import { DASHBOARD_WORDS } from './dashboard-words';
import { formatMoney } from './format';
import { MAIL_WORDS } from './mail-words';
import { PEOPLE_WORDS } from './people-words';
import { PORTAL_WORDS } from './portal-words';
import { SYNC_WORDS } from './sources/activity-words';
import { VIEW_WORDS } from './view-words';
import { WEBHOOK_WORDS } from './webhooks/activity-words';

/** "Ada recorded PMT-00012, $250.00 from Brightwater Hotels". */
export function activitySentence(deed: ActivityDeed): string {
  const words = activityWords(deed).map((word) => (typeof word === 'string' ? word : word.text));
  return `${deed.actorName} ${words.join('')}`;
}

/** The sentence after the actor's name, in pieces that are to be written one right after the other. */
export function activityWords(deed: ActivityDeed): Word[] {
  const words = WORDS[deed.verb]?.(deed) ?? [
    `noted: ${deed.verb.replaceAll('_', ' ')}`,
    ...customer(' for ', deed),
  ];
  return words.filter((word) => word !== '');
}

/** What a verb is called in the list of filters: "Payment recorded". */
export function verbName(verb: string): string {
  const words = verb.replaceAll('_', ' ').replace(/\bapi\b/, 'API');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  ...BANK_WORDS,
  ...WEBHOOK_WORDS,
  invoice_posted: (deed) => ['posted ', document(deed), comma(deed.after), ...customer(' to ', deed)],
  invoices_batched: ({ after }) => [
    `billed ${textOf(after, 'service') ?? 'a service'} to many at once, ${count(after, 'count', '$', 'invoice')}`,
  ],
  discount_posted: (deed) => ['gave ', document(deed), comma(deed.after), ...customer(' to ', deed)],
  write_off_posted: (deed) => ['wrote off ', document(deed), comma(deed.after), ...customer(' of ', deed)],
  credit_memo_posted: (deed) => ['posted ', document(deed), comma(deed.after), ...customer(' to ', deed)],
  discount_voided: (deed) => ['took back ', document(deed), comma(deed.before), ...customer(' of ', deed)],
  late_fee_voided: (deed) => ['took back ', document(deed), comma(deed.before), ...customer(' of ', deed)],
  late_fee_posted: (deed) => ['charged ', document(deed), comma(deed.after), ...customer(' to ', deed)],
  late_fees_charged: ({ after }) => [
    `charged ${count(after, 'count', '$', 'late fee') || 'late fees'}${dayIn(after, 'on', ' as of ')}`,
  ],
  invoice_restored: (deed) => [
    'posted ',
    document(deed),
    comma(deed.after),
    ...customer(' to ', deed),
    ` again, which was ${textOf(deed.before, 'number') ?? 'void'}`,
  ],
  payment_recorded: (deed) => ['recorded ', document(deed), comma(deed.after), ...customer(' from ', deed)],
  payment_reversed: (deed) => ['reversed ', document(deed), comma(deed.before), ...customer(' from ', deed)],
  invoice_voided: voided,
  credit_memo_voided: voided,
  refund_posted: (deed) => ['refunded ', document(deed), comma(deed.after), ...customer(' to ', deed)],
  opening_debit_posted: opened,
  opening_credit_posted: opened,
  credit_write_off_posted: (deed) => [
    'took ',
    document(deed),
    comma(deed.after),
    ...customer(' of ', deed),
    ' as gain',
  ],
  write_off_recovered: (deed) => [
    'recovered ',
    document(deed),
    comma(deed.before),
    ...customer(' of ', deed),
  ],
  credit_write_off_recovered: (deed) => [
    'gave back ',
    document(deed),
    comma(deed.before),
    ...customer(' of ', deed),
  ],
  refund_voided: voided,
  write_off_voided: voided,
  credit_write_off_voided: voided,
  opening_debit_voided: voided,
  opening_credit_voided: voided,
  transfer_posted: (deed) => ['transferred ', document(deed), comma(deed.after), ...customer(' of ', deed)],
  allocation_moved: (deed) => [
    `moved ${amountOf(deed.before) ?? 'an amount'} from `,
    document(deed),
    ...customer(' of ', deed),
    ' to other invoices',
  ],
  transfer_reversed: (deed) => ['reversed ', document(deed), comma(deed.before), ...customer(' of ', deed)],
  credit_applied: (deed) => ['applied ', applied(deed), ' from ', document(deed), ...customer(' of ', deed)],
  allocation_undone: (deed) => [
    `took back ${amountOf(deed.before) ?? 'an amount'} that was applied to `,
    document(deed),
    ...customer(' of ', deed),
  ],
  ...CALL_WORDS,
  ...COLLECTION_WORDS,
  ...DASHBOARD_WORDS,
  ...VIEW_WORDS,
  ...MAIL_WORDS,
  ...PORTAL_WORDS,
  ...SYNC_WORDS,
  customer_merged: ({ after }) => [mergeWords('merged', after)],
  customer_merge_undone: ({ before }) => [mergeWords('took back the merge of', before)],
  customer_created: (deed) => ['added ', ...customer('', deed)],
  recurring_created: (deed) => [
    'began a recurring invoice',
    ...customer(' to ', deed),
    comma(deed.after),
    dayIn(deed.after, 'startsOn', ' from '),
  ],
  recurring_paused: (deed) => [
    'paused the recurring invoice',
    ...customer(' to ', deed),
    dayIn(deed.after, 'on', ' from '),
  ],
  recurring_resumed: (deed) => [
    'resumed the recurring invoice',
    ...customer(' to ', deed),
    dayIn(deed.after, 'on', ' from '),
  ],
  recurring_updated: (deed) => [
    'changed the recurring invoice',
    ...customer(' to ', deed),
    comma(deed.after),
  ],
  recurring_ended: (deed) => [
    'ended the recurring invoice',
    ...customer(' to ', deed),
    dayIn(deed.after, 'endsOn', ' with '),
  ],
  draft_created: (deed) => ['began an invoice', ...customer(' to ', deed)],
  draft_deleted: () => ['threw the draft of an invoice away'],
  service_created: ({ after }) => [`added ${named(after, 'a service')} to the catalogue`],
  service_updated: ({ after }) => [`changed ${named(after, 'a service')} in the catalogue`],
  service_deactivated: ({ before }) => [`took ${named(before, 'a service')} off the catalogue`],
  service_deleted: ({ before }) => [`deleted ${named(before, 'a service')} from the catalogue`],
  beneficiary_created: (deed) => [`added ${named(deed.after, 'a beneficiary')}`, ...customer(' for ', deed)],
  beneficiary_updated: ({ after }) => [`changed the facts of ${named(after, 'a beneficiary')}`],
  beneficiary_deactivated: ({ before }) => [`took ${named(before, 'a beneficiary')} out of use`],
  beneficiary_deleted: ({ before }) => [`deleted ${named(before, 'a beneficiary')}`],
  import_booked: ({ after }) => [`imported ${fileOf(after)}${counted(after)}`],
  import_undone: ({ before, after }) => [
    `took back the import of ${fileOf(before)}`,
    count(after, 'reversed', ': $ reversed', 'document'),
  ],
  activity_exported: ({ after }) => [`downloaded the activity${count(after, 'rows', ', $', 'row')}`],
  data_exported: () => ['downloaded everything as CSV'],
  report_downloaded: ({ after }) => [`downloaded the ${reportOf(after)}${dayIn(after, 'asOf', ' as of ')}`],
  exchange_rates_recorded: ({ after }) => [
    `recorded ${count(after, 'count', '$', 'exchange rate') || 'exchange rates'}`,
    dayIn(after, 'rateOn', ' of '),
  ],
  period_locked: ({ after }) =>
    textOf(after, 'lockedOn')
      ? [`closed the books${dayIn(after, 'lockedOn', ' up to ')}`]
      : ['opened the closed books again'],
  organization_registered: ({ after }) => [`set up ${textOf(after, 'name') ?? 'the business'}`],
  number_series_changed: ({ after }) => [
    `set the numbers of the kind ${textOf(after, 'kind')?.replaceAll('_', ' ') ?? ''}: next is ${textOf(after, 'prefix') ?? ''}${(textOf(after, 'next') ?? '').padStart(5, '0')}`,
  ],
  tax_rate_added: ({ after }) => [`added the tax ${named(after, '')}, ${textOf(after, 'percent') ?? '0'}%`],
  tax_rate_removed: ({ before }) => [`took the tax ${named(before, '')} off the list`],
  organization_updated: () => ['changed the settings of the business'],
  logo_changed: ({ before }) => [before ? 'changed the logo of the business' : 'gave the business a logo'],
  logo_removed: () => ['took the logo of the business away'],
  ...PEOPLE_WORDS,
  api_key_created: ({ after }) => [`made the API key ${textOf(after, 'name') ?? ''}`],
  api_key_revoked: ({ before }) => [`revoked the API key ${textOf(before, 'name') ?? ''}`],
  api_key_moved: (deed) => [
    `moved the API key ${textOf(deed.after, 'name') ?? ''} from ${textOf(deed.before, 'customer') ?? 'another customer'}`,
    ...customer(' to ', deed),
  ],
  sample_created: ({ after }) => [
    'made up the sample books',
    count(after, 'customers', ': $', 'customer'),
    count(after, 'invoices', ', $', 'invoice'),
    count(after, 'payments', ', $', 'payment'),
  ],
};

function opened(deed: ActivityDeed): Word[] {
  return ['opened the account', ...customer(' of ', deed), ' with ', document(deed), comma(deed.after)];
}

function voided(deed: ActivityDeed): Word[] {
  return ['voided ', document(deed), comma(deed.before), ...customer(' to ', deed)];
}

function named(facts: unknown, otherwise: string): string {
  return textOf(facts, 'name') ?? otherwise;
}

function applied({ after, document: known }: ActivityDeed): string {
  const total = matchesTotal(after);
  return total === null || !known ? 'credit' : formatMoney(total, known.currency);
}

function mergeWords(deed: string, facts: unknown): string {
  return `${deed} ${textOf(facts, 'name') ?? 'a customer'} into ${textOf(facts, 'into') ?? 'another'}`;
}

function fileOf(facts: unknown): string {
  return textOf(facts, 'fileName') ?? 'a file';
}

function counted(facts: unknown): string {
  const kind = textOf(facts, 'kind')?.replace(/s$/, '') ?? 'row';
  return count(facts, 'created', ': $', kind);
}

function reportOf(facts: unknown): string {
  const kind = textOf(facts, 'kind') ?? 'report';
  return (
    {
      aging: 'aging report',
      aging_items: 'aging report, invoice by invoice,',
      explore: 'open invoices',
      explore_all: 'open invoices with every column',
      explore_pdf: 'figures of open invoices as PDF',
      explore_rows_pdf: 'open invoices as PDF',
      dashboard_pdf: 'dashboard as PDF',
      month_end_pdf: 'month-end pack as PDF',
      payments: 'list of payments as CSV',
      customers: 'list of customers',
      invoices: 'list of invoices as CSV',
      invoices_pdf: 'invoices as PDF',
      recurring_invoices: 'list of recurring invoices as CSV',
      services: 'list of services as CSV',
      beneficiaries: 'list of beneficiaries as CSV',
      statements_pdf: 'statements as PDF',
    }[kind] ?? kind.replaceAll('_', ' ')
  );
}
