import { amountOf, matchesTotal, textOf } from './activity-fields';
import { isPlainDate } from './domain/dates';
import { formatCount, formatDay, formatMoney } from './format';

/** Something that somebody did, as the activity keeps it. */
export interface ActivityDeed {
  readonly verb: string;
  readonly actorName: string;
  /** The customer concerned; null when it concerned none. */
  readonly customer: string | null;
  /** The document that it was done to, where there is one. */
  readonly document: { readonly number: string; readonly currency: string } | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** A piece of a sentence: plain words, or the name of what can be opened. */
export type Word = string | { readonly names: 'document' | 'customer'; readonly text: string };

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
  invoice_posted: (deed) => ['posted ', document(deed), comma(deed.after), ...customer(' to ', deed)],
  discount_posted: (deed) => ['gave ', document(deed), comma(deed.after), ...customer(' to ', deed)],
  write_off_posted: (deed) => ['wrote off ', document(deed), comma(deed.after), ...customer(' of ', deed)],
  credit_memo_posted: (deed) => ['posted ', document(deed), comma(deed.after), ...customer(' to ', deed)],
  discount_voided: (deed) => ['took back ', document(deed), comma(deed.before), ...customer(' of ', deed)],
  late_fee_voided: (deed) => ['took back ', document(deed), comma(deed.before), ...customer(' of ', deed)],
  late_fee_posted: (deed) => ['charged ', document(deed), comma(deed.after), ...customer(' to ', deed)],
  late_fees_charged: ({ after }) => [
    `charged ${count(after, 'count', '$', 'late fee') || 'late fees'}${dayIn(after, 'on', ' as of ')}`,
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
  promise_recorded: (deed) => [
    'noted a promise',
    ...customer(' of ', deed),
    comma(deed.after),
    dayIn(deed.after, 'promisedFor', ' by '),
    ...forDocument(deed),
  ],
  promise_cancelled: (deed) => ['took back a promise', ...customer(' of ', deed), comma(deed.before)],
  dispute_opened: (deed) => [
    'noted a dispute of ',
    document(deed),
    comma(deed.after),
    ...customer(' by ', deed),
    because(deed.after, 'reason'),
  ],
  dispute_resolved: (deed) => [
    'resolved the dispute of ',
    document(deed),
    comma(deed.before),
    ...customer(' by ', deed),
    because(deed.after, 'resolution'),
  ],
  note_written: (deed) => [
    'wrote a note',
    ...customer(' on ', deed),
    ...forDocument(deed),
    because(deed.after, 'text'),
  ],
  hold_placed: (deed) => [
    `held ${held(deed.after)}`,
    ...customer(' of ', deed),
    ...forDocument(deed),
    because(deed.after, 'reason'),
  ],
  hold_released: (deed) => [
    `released the hold on ${held(deed.before)}`,
    ...customer(' of ', deed),
    ...forDocument(deed),
  ],
  reminder_written: (deed) => ['reminded ', ...customer('', deed), comma(deed.after)],
  reminder_sent: (deed) => [
    `sent the reminder${dayIn(deed.before, 'date', ' of ')}`,
    ...customer(' to ', deed),
  ],
  reminder_withdrawn: (deed) => [
    `took back the reminder${dayIn(deed.before, 'date', ' of ')}`,
    ...customer(' to ', deed),
    because(deed.after, 'reason'),
  ],
  reminder_charged: (deed) => [
    'billed ',
    document(deed),
    comma(deed.after),
    ...customer(' to ', deed),
    dayIn(deed.before, 'date', ' for the reminder of '),
  ],
  reminders_run: ({ after }) => [
    `ran the reminders${dayIn(after, 'runOn', ' of ')}`,
    count(after, 'reminders', ': $', 'reminder'),
  ],
  reminder_policy_changed: () => ['changed when customers are reminded'],
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
  organization_updated: () => ['changed the settings of the business'],
  user_invited: ({ after, ...deed }) => [
    `invited ${textOf(after, 'email') ?? 'somebody'}${role(after)}`,
    ...customer(' of ', { ...deed, after }),
  ],
  invitation_accepted: (deed) => [`joined${role(deed.after)}`, ...customer(' of ', deed)],
  user_renamed: ({ after }) => [`is called ${textOf(after, 'name') ?? 'otherwise'} from now on`],
  password_changed: () => ['changed the password'],
  signed_in: (deed) => ['signed in', ...customer(' for ', deed)],
  signed_out: () => ['signed out'],
  api_key_created: ({ after }) => [`made the API key ${textOf(after, 'name') ?? ''}`],
  api_key_revoked: ({ before }) => [`revoked the API key ${textOf(before, 'name') ?? ''}`],
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

function document({ document: known, before, after }: ActivityDeed): Word {
  const number = textOf(after, 'number') ?? textOf(before, 'number') ?? known?.number;
  return number === undefined ? 'a document' : { names: 'document', text: number };
}

function customer(preposition: string, { customer: name }: ActivityDeed): Word[] {
  return name === null ? [] : [preposition, { names: 'customer', text: name }];
}

function forDocument(deed: ActivityDeed): Word[] {
  return (textOf(deed.after, 'number') ?? textOf(deed.before, 'number')) ? [' for ', document(deed)] : [];
}

function because(facts: unknown, field: string): string {
  const words = textOf(facts, field);
  return words === null ? '' : `: ${words}`;
}

function held(facts: unknown): string {
  return textOf(facts, 'kind') === 'credit' ? 'further credit' : 'the reminders';
}

function named(facts: unknown, otherwise: string): string {
  return textOf(facts, 'name') ?? otherwise;
}

function comma(facts: unknown): string {
  const amount = amountOf(facts);
  return amount === null ? '' : `, ${amount}`;
}

function applied({ after, document: known }: ActivityDeed): string {
  const total = matchesTotal(after);
  return total === null || !known ? 'credit' : formatMoney(total, known.currency);
}

function fileOf(facts: unknown): string {
  return textOf(facts, 'fileName') ?? 'a file';
}

function counted(facts: unknown): string {
  const kind = textOf(facts, 'kind')?.replace(/s$/, '') ?? 'row';
  return count(facts, 'created', ': $', kind);
}

/** The template with the counted noun in place of `$`; nothing when that is not a number. */
function count(facts: unknown, field: string, template: string, noun: string): string {
  const value = Number(textOf(facts, field) ?? Number.NaN);
  return Number.isFinite(value) ? template.replace('$', () => formatCount(value, noun)) : '';
}

function reportOf(facts: unknown): string {
  const kind = textOf(facts, 'kind') ?? 'report';
  return (
    { aging: 'aging report', aging_items: 'aging report, invoice by invoice,' }[kind] ??
    kind.replaceAll('_', ' ')
  );
}

function dayIn(facts: unknown, field: string, preposition: string): string {
  const day = textOf(facts, field);
  return day !== null && isPlainDate(day) ? preposition + formatDay(day) : '';
}

function role(facts: unknown): string {
  const word = textOf(facts, 'role');
  return word === null ? '' : ` as ${word === 'admin' ? 'an' : 'a'} ${word}`;
}
