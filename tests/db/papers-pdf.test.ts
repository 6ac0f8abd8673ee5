import { expect, test } from 'vitest';
import { getStatement } from '@/app/api/v1/_resources/statements';
import { paperOf } from '@/components/invoices/paper-of';
import { InvoiceFile } from '@/components/pdf/invoice-file';
import { renderPdf } from '@/components/pdf/render';
import { StatementFile } from '@/components/pdf/statement-file';
import { postInvoice } from '@/db/commands/post-invoice';
import { AS_POSTED } from '@/db/posted';
import { documentById } from '@/db/queries/documents';
import { letterhead } from '@/db/queries/letterhead';
import { portalDocument } from '@/db/queries/portal-documents';
import { statementPaper } from '@/db/queries/statement-paper';
import { openItemStatement } from '@/db/queries/statements';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { toInstant } from '@/lib/domain/instants';
import { toMinor } from '@/lib/domain/money';
import { formatColumn, formatMoney } from '@/lib/format';
import { textOfPages, typefacesIn } from '../pdf-text';
import { createWorld, day, owner } from '../world';
import type { World } from './report-at';

const LATER = toInstant('2099-01-01T00:00:00Z');

async function statementOf(
  w: World,
  customerId: string,
  from: string | null = null,
  actor: World['admin'] = w.admin,
) {
  const asked = {
    customerId,
    currency: null,
    from: from === null ? null : day(from),
    asOf: day('2026-03-31'),
    knownAt: LATER,
  };
  const content = await w.read((tx) => statementPaper(tx, { ...asked, bounds: DEFAULT_BOUNDS }), actor);
  if (!content) return null;
  const file = await renderPdf(() => StatementFile({ content, logo: null, madeAt: new Date(0) }));
  return { file, pages: await textOfPages(file) };
}

async function books(): Promise<World> {
  const w = await createWorld();
  await w.invoice(120_000, '2026-04-10', { on: '2026-03-01', number: 'A-1' });
  await w.invoice(80_005, '2026-01-15', { number: 'A-2' });
  await w.pay(30_000, '2026-02-10');
  await w.pay(5_050, '2026-03-30', { apply: 'none' });
  return w;
}

test('a statement says what is unpaid, what was applied to it, how late it is and what is owed, to the cent', async () => {
  const w = await books();
  const { file, pages } = (await statementOf(w, w.customerId))!;
  const of = { customerId: w.customerId, currency: 'USD' };
  const found = await w.read((tx) => openItemStatement(tx, of, { asOf: day('2026-03-31'), knownAt: null }));
  const [text = ''] = pages;
  expect(text).toContain(`You owe ${formatMoney(found.balanceMinor, 'USD')}`);
  expect(text).toContain(`${formatMoney(found.pastDueMinor, 'USD')} of this is past its due date`);
  expect(text).toContain('Invoice A-2 15 Jan 2026 15 Jan 2026 75 800.05 500.05');
  expect(text).toMatch(/less Payment PMT-\d+ 10 Feb 2026 \(300\.00\)/);
  expect(text).toContain(`Total owed ${formatColumn(found.balanceMinor, 'USD')}`);
  expect(text).toContain('As of 31 March 2026');
  const { named, embedded, left } = typefacesIn(file);
  expect({ embedded, left }).toEqual({ embedded: named, left: 0 });
});

test('what happened from day to day begins with what was owed and ends with what is', async () => {
  const w = await books();
  const [text = ''] = (await statementOf(w, w.customerId, '2026-02-01'))!.pages;
  expect(text).toContain('Opening balance 1 Feb 2026 800.05');
  expect(text).toMatch(/Payment PMT-\d+ 10 Feb 2026 \(300\.00\) 500\.05/);
  expect(text).toContain('Closing balance 31 Mar 2026 1,649.55');
});

test('a statement says where the business is and how to pay, as long as something is owed', async () => {
  const w = await books();
  await owner`update organizations set address = ${'218 SE Stark Street\nPortland'},
    bank_details = ${'Cascade Bank, account 004 417 92'} where id = ${w.org.id}`;
  const textOf = async (from: string | null) => (await statementOf(w, w.customerId, from))!.pages.join(' ');
  for (const from of [null, '2026-02-01']) {
    const text = await textOf(from);
    expect(text).toContain('218 SE Stark Street, Portland');
    expect(text).toContain('Cascade Bank, account 004 417 92');
    expect(text).toContain('Please quote the invoice numbers that you pay.');
  }
  await w.pay(164_955, '2026-03-31', { apply: 'none' });
  expect(await textOf(null)).not.toContain('Cascade Bank');
});

test('the interface answers the same statement as a file', async () => {
  const w = await books();
  const { run } = getStatement.prepare({
    params: { customer_id: w.customerId },
    query: { as_of: '2026-03-31' },
    body: undefined,
  });
  const today = day('2026-03-31');
  const reply = await w.read((tx) => run({ actor: w.admin, tx, today, mediaType: 'application/pdf' }));
  if (!('file' in reply) || typeof reply.file.pieces !== 'function') throw new Error('no file was answered');
  expect(reply.file).toMatchObject({ type: 'application/pdf', name: expect.stringMatching(/\.pdf$/) });
  const [piece] = await reply.file.pieces();
  if (typeof piece !== 'object') throw new Error('text was answered');
  expect((await textOfPages(piece))[0]).toContain('You owe $1,649.55');
});

test('a document as a file says what its paper says, however many lines and whatever they are called', async () => {
  const w = await createWorld();
  const hostile = ['=1+1', '<b>bold</b>', '日本', 'שלום', 'x'.repeat(300), 'a b c '.repeat(60)];
  const lines = Array.from({ length: 90 }, (_, i) => ({
    description: `${hostile[i % hostile.length]} no ${i}`,
    quantity: '2.5',
    unitPriceMinor: toMinor(1_000 + i),
    taxPercent: '10',
  }));
  const { documentId } = await w.write((tx) =>
    postInvoice(tx, w.admin, {
      customerId: w.customerId,
      invoiceDate: day('2026-03-01'),
      dueDate: day('2026-03-31'),
      lines,
      source: 'staff',
    }),
  );
  const document = (await w.read((tx) => documentById(tx, documentId, AS_POSTED)))!;
  const content = paperOf(document, {
    seller: w.org.name,
    address: '218 SE Stark Street\nPortland',
    payTo: 'Cascade Bank, account 004 417 92',
    logo: null,
  });
  const make = () =>
    renderPdf(() => InvoiceFile({ content, logo: null, paper: 'letter', madeAt: new Date(0) }));
  const file = await make();
  expect(await make()).toEqual(file);
  const pages = await textOfPages(file);
  expect(pages.length).toBeGreaterThan(2);
  const text = pages.join(' ');
  for (let i = 0; i < 90; i += 1) expect(text).toMatch(new RegExp(`no ${i} 2\\.5 |no ${i} `));
  for (const line of document.lines) expect(text).toContain(formatColumn(line.netMinor, 'USD'));
  expect(text).toContain(`Amount due, USD ${formatColumn(document.amountMinor, 'USD')}`);
  pages.forEach((page, i) => expect(page).toContain(`Page ${i + 1} of ${pages.length}`));
  expect(text).toContain('□ stands for a character');
});

test('a customer gets its own documents on the paper of the business, and nobody else’s', async () => {
  const [w, other] = [await books(), await books()];
  const strangerId = await w.addCustomer('Stranger');
  const own = await w.invoice(700, '2026-03-01', { number: 'OWN' });
  const theirs = await w.invoice(700, '2026-03-01', { number: 'THEIRS', customerId: strangerId });
  const dana = w.customer();
  expect(await w.read(letterhead, dana)).toMatchObject({ seller: 'Test Traders', paper: 'a4' });
  expect(await w.read((tx) => portalDocument(tx, own.documentId), dana)).toMatchObject({ number: 'OWN' });
  expect(await w.read((tx) => portalDocument(tx, theirs.documentId), dana)).toBeNull();
  expect(await statementOf(other, w.customerId)).toBeNull();
});
