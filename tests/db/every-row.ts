import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { reverseDocument } from '@/db/commands/reverse-document';
import { createWorld, owner } from '../world';

/** An organization with two customers and at least one row of either in every table that a tenant's rows live in. */
export interface Full {
  readonly world: Awaited<ReturnType<typeof createWorld>>;
  readonly a: string;
  readonly b: string;
}

/** Fills every tenant table through the commands where there are some, and by hand where not. */
export async function fullWorld(): Promise<Full> {
  const world = await createWorld();
  const a = world.customerId;
  const b = await world.addCustomer('Beta');
  const papers: Paper[] = [];
  for (const customerId of [a, b]) {
    const { documentId } = await world.invoice(10_000, '2026-02-01', { customerId });
    await world.pay(2_000, '2026-02-02', { customerId });
    const bounced = await world.pay(1_000, '2026-02-03', { customerId });
    await world.write((tx) =>
      reverseDocument(tx, world.admin, {
        documentId: bounced.documentId,
        kind: 'payment',
        reason: 'No funds',
        source: 'staff',
      }),
    );
    papers.push({ customerId, documentId });
  }
  await byHand(world.org.id, papers);
  return { world, a, b };
}

/** A customer and an invoice of it. */
interface Paper {
  readonly customerId: string;
  readonly documentId: string;
}

/** Rows of what the commands above do not fill, for each of two customers. */
export async function byHand(org: string, papers: readonly Paper[]): Promise<void> {
  for (const { customerId, documentId } of papers) await ofCustomer(org, customerId, documentId);
  await owner`insert into mail_settings ${owner({ org_id: org })}`;
  await owner`insert into job_runs ${owner({ id: randomUUID(), org_id: org, job: 'digest', day: '2026-02-05' })}`;
  const endpoint = { id: randomUUID(), url: 'https://example.com/', events: ['invoice.paid'], secret: 'a' };
  await owner`insert into webhook_endpoints ${owner({ ...endpoint, org_id: org, seen_sequence: 0, seen_at: new Date() })}`;
  const told = {
    event: 'invoice.paid',
    event_id: randomUUID(),
    object_id: randomUUID(),
    happened_at: new Date(),
  };
  await owner`insert into webhook_deliveries ${owner({ id: randomUUID(), org_id: org, endpoint_id: endpoint.id, ...told })}`;
  await owner`insert into reminder_policies ${owner({ org_id: org, policy: '{}' })}`;
  const sealed = { secret_key: 'x', webhook_secret: 'x', key_end: 'x' };
  await owner`insert into payment_gateways ${owner({ org_id: org, ...sealed })}`;
  await followed(org, papers[0]?.customerId ?? '');
  const looked = { currency: 'USD', as_of: '2026-02-10', pooling: 'customer', found: '{}' };
  await owner`insert into forecast_tests ${owner({ org_id: org, ...looked })}`;
  const picture = { media_type: 'image/png', bytes: Buffer.from('a'), width: 1, height: 1, file_hash: 'a' };
  await owner`insert into logos ${owner({ ...picture, org_id: org })}`;
  const [payer, paidFor] = papers;
  await owner`insert into transfers ${owner({
    id: randomUUID(),
    org_id: org,
    payer_customer_id: payer?.customerId ?? '',
    payer_document_id: payer?.documentId ?? '',
    paid_for_customer_id: paidFor?.customerId ?? '',
    paid_for_document_id: paidFor?.documentId ?? '',
  })}`;
}

/** Books that these follow, a row of them, a hint and a run. */
async function followed(org: string, customer: string): Promise<void> {
  const [connection, run] = [randomUUID(), randomUUID()];
  const row = { org_id: org, connection_id: connection, object: 'contact', source_id: '1' };
  const opened = { source: 'unified', region: 'us', account: 'a', sealed_key: 'a', system: 'QuickBooks' };
  await owner`insert into connections ${owner({ id: connection, org_id: org, ...opened })}`;
  await owner`insert into source_rows ${owner({ ...row, print: 'a', read_by: run, customer_id: customer })}`;
  await owner`insert into source_hints ${owner(row)}`;
  await owner`insert into sync_runs ${owner({ id: run, org_id: org, connection_id: connection, kind: 'full' })}`;
}

async function ofCustomer(org: string, customer: string, document: string): Promise<void> {
  const [user, tag] = [randomUUID(), randomUUID()];
  const other = { document_id: document, customer_id: customer };
  const recurring = randomUUID();
  const rhythm = { every: 'month', starts_on: '2026-01-31' };
  const charge = { document_id: await anotherOf(customer, document), kind: 'fee', through_on: '2026-02-10' };
  const merged = {
    customer_id: customer,
    into_id: await anotherCustomer(org, customer),
    merged_on: '2026-02-02',
  };
  const rate = { rate_on: '2026-02-01', rate_to_base: '1.1', source: 'Test' };
  const paper = { customer_id: customer, document_id: document, amount_minor: 5 };
  const expected = { promised_for: '2026-03-01', promised_on: '2026-02-01' };
  const guest = { email: `${tag}@example.com`, name: 'Guest', role: 'customer', customer_id: customer };
  const rows: Readonly<
    Record<string, Readonly<Record<string, postgres.SerializableParameter | postgres.Parameter>>>
  > = {
    contacts: { id: randomUUID(), customer_id: customer, name: 'Person' },
    promises: { ...paper, ...expected, id: randomUUID(), currency: 'USD' },
    disputes: { ...paper, id: randomUUID(), reason: 'Late', opened_on: '2026-02-01' },
    imports: {
      id: randomUUID(),
      kind: 'invoices',
      file_name: 'a.csv',
      file_hash: tag,
      file: Buffer.from('a'),
    },
    report_runs: {
      id: randomUUID(),
      kind: 'aging',
      as_of: '2026-02-01',
      filters: '{}',
      file_hash: tag,
      known_at: '2026-02-01',
    },
    requests: { request_id: tag, verb: 'test', fingerprint: tag },
    api_keys: { id: randomUUID(), name: 'Key', role: 'admin', prefix: 'dl_', key_hash: tag },
    services: { id: randomUUID(), name: tag, currency: 'USD', fee_minor: 5, tax_percent: '0' },
    beneficiaries: { id: randomUUID(), customer_id: customer, name: 'Pupil' },
    discount_terms: { ...other, percent: '2', until: '2026-02-10' },
    exchange_rates: { id: randomUUID(), currency: 'EUR', ...rate },
    draft_invoices: { id: randomUUID(), customer_id: customer, content: '{}' },
    recurring_invoices: { id: recurring, customer_id: customer, currency: 'USD', lines: '[]', ...rhythm },
    late_charges: { customer_id: customer, invoice_id: document, ...charge },
    recurring_periods: { ...other, recurring_id: recurring, period_on: '2026-01-31' },
    notes: { id: randomUUID(), ...other, text: 'Rang' },
    calls: { id: randomUUID(), customer_id: customer, outcome: 'no_answer', called_on: '2026-02-01' },
    snoozes: { id: randomUUID(), customer_id: customer, until: '2026-02-09', snoozed_on: '2026-02-01' },
    customer_merges: { id: randomUUID(), ...merged, undone_at: '2026-02-03' },
    holds: { id: randomUUID(), ...other, kind: 'reminders', reason: 'Asked', placed_on: '2026-02-01' },
    saved_views: { id: randomUUID(), user_id: user, path: '/explore', name: tag, query: 'b=1' },
    dashboards: { id: randomUUID(), user_id: user, name: tag, layout: owner.json([]) },
    preferences: { user_id: user, key: tag, value: '{}' },
    report_jobs: { id: randomUUID(), created_by: user, kind: 'aging-items', params: '{}' },
    tax_rates: { id: randomUUID(), name: tag, percent: '7' },
    reminder_runs: { id: randomUUID(), run_on: '2026-02-05' },
    invitations: { ...guest, token_hash: tag, expires_at: '2026-12-31' },
  };
  await reminder(org, other);
  await mail(org, other);
  await intent(org, other);
  await bankLine(org, customer, document);
  await owner`insert into customer_versions (org_id, customer_id, recorded_at, name, code, parent_id)
    select org_id, id, created_at, name, code, parent_id from customers where id = ${customer}`;
  await owner`insert into users ${owner({ id: user, email: `${user}@example.com`, name: 'User', password_hash: 'x' })}`;
  await owner`insert into recovery_codes ${owner({ user_id: user, code_hash: tag })}`;
  const membership = {
    id: randomUUID(),
    org_id: org,
    user_id: user,
    role: 'customer',
    customer_id: customer,
  };
  await owner`insert into memberships ${owner(membership)}`;
  for (const [table, row] of Object.entries(rows))
    await owner`insert into ${owner(table)} ${owner({ ...row, org_id: org })}`;
}

/** A statement with a line that somebody decided about, and what it taught. */
async function bankLine(org: string, customer: string, document: string): Promise<void> {
  const [statement, line] = [randomUUID(), randomUUID()];
  const file = {
    file_name: 'bank.csv',
    format: 'csv',
    account: '',
    file: Buffer.from('a'),
    problems: owner.json([]),
  };
  const said = { payer_name: 'Payer', payer_account: '', text: 'Text', bank_id: '', fingerprint: line };
  const money = { booked_on: '2026-02-02', currency: 'USD', amount_minor: 5 };
  const about = { line_id: line, customer_id: customer };
  const rows = [
    ['bank_statements', { id: statement, ...file }],
    ['bank_lines', { id: line, statement_id: statement, ordinal: 1, position: 2, ...money, ...said }],
    [
      'bank_decisions',
      { id: randomUUID(), ...about, kind: 'same', document_id: document, amount_minor: 5, batch_id: line },
    ],
    ['payer_aliases', { id: randomUUID(), ...about, kind: 'name', key: line, shown: 'Payer' }],
  ] as const;
  for (const [table, row] of rows) await owner`insert into ${owner(table)} ${owner({ ...row, org_id: org })}`;
}

/** Any other customer of the organization; itself when it is alone. */
async function anotherCustomer(org: string, customer: string): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select id from customers where org_id = ${org} and id <> ${customer} limit 1`;
  return row?.id ?? customer;
}

/** Any other document of a customer. */
async function anotherOf(customer: string, document: string): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select id from documents where customer_id = ${customer} and id <> ${document} limit 1`;
  return row?.id ?? '';
}

async function intent(org: string, paper: { customer_id: string; document_id: string }): Promise<void> {
  const id = randomUUID();
  const ours = { org_id: org, customer_id: paper.customer_id, currency: 'USD' };
  const amounts = { amount_minor: 5, credit_minor: 0 };
  await owner`insert into payment_intents ${owner({ ...ours, ...amounts, id, provider: 'transfer', reference: id })}`;
  const refund = { ...ours, intent_id: id, amount_minor: 5, provider_reference: id };
  await owner`insert into payment_refunds ${owner(refund)}`;
  await owner`insert into payment_intent_parts (org_id, customer_id, currency, intent_id, item_id, amount_minor)
    select org_id, customer_id, currency, ${id}, id, 5 from open_items where document_id = ${paper.document_id} limit 1`;
}

async function reminder(org: string, paper: { customer_id: string; document_id: string }): Promise<void> {
  const id = randomUUID();
  const ours = { org_id: org, customer_id: paper.customer_id, currency: 'USD', level: 1, interest_minor: 0 };
  await owner`insert into reminders ${owner({ ...ours, id, reminder_date: '2026-02-05', fee_minor: 0 })}`;
  await owner`insert into reminder_lines (org_id, customer_id, currency, level, interest_minor, reminder_id, document_id,
      item_id, outstanding_minor, days_past_due)
    select org_id, customer_id, currency, 1, 0, ${id}, document_id, id, 5, 4 from open_items
    where document_id = ${paper.document_id} limit 1`;
}

async function mail(org: string, paper: { customer_id: string; document_id: string }): Promise<void> {
  const id = randomUUID();
  const to = { to_name: 'Person', to_address: `${id}@example.com`, language: 'en', params: '{}' };
  await owner`insert into mails ${owner({ ...to, ...paper, id, org_id: org, message_id: `<${id}@example.com>` })}`;
  const about = { id: randomUUID(), org_id: org, mail_id: id };
  await owner`insert into mail_attempts ${owner({ ...about, attempt: 1, outcome: 'sent' })}`;
  await owner`insert into address_blocks ${owner({ ...about, address: `${id}@example.com`, reason: 'bounced' })}`;
}
