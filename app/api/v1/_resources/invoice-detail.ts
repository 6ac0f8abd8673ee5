import { documentById } from '@/db/queries/documents';
import { invoiceStanding } from '@/db/queries/invoice-standing';
import { invoiceList } from '@/db/queries/invoices';
import { papersAbout } from '@/db/queries/papers-about';
import { settledInvoices } from '@/db/queries/settled-invoices';
import type { PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { momentOf } from '../_api/fields';
import type { Call } from '../_api/operation';
import { writeInvoice, writeOffer, writePaper, writeRelated } from './invoice-shape';
import { writeStanding } from './invoice-standing';

/** A posted invoice with everything about it, as of a day. @throws Refusal `not_found`. */
export async function invoiceDetail({ tx, actor, today }: Call, documentId: string, asOf: PlainDate = today) {
  const moment = momentOf(asOf);
  const { rows } = await invoiceList(tx, moment, { documentId }, { limit: 1, after: null });
  const document = await documentById(tx, documentId, moment);
  const [row] = rows;
  if (!row || !document) throw new Refusal('not_found', 'That invoice does not exist.');
  const terms = (await settledInvoices(tx, [documentId])).get(documentId)?.terms ?? null;
  const standing = await invoiceStanding(tx, documentId, asOf);
  return {
    ...writeInvoice(row, actor.org, asOf),
    ...writePaper(document, actor.org.currency),
    ...writeStanding(standing, row, { document, base: actor.org.currency }),
    ...writeOffer(row, terms, asOf),
    related: writeRelated(await papersAbout(tx, documentId, moment), row.currency),
  };
}
