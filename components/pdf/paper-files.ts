import { paperOf } from '@/components/invoices/paper-of';
import type { Letterhead } from '@/db/queries/letterhead';
import type { PrintedDocument } from '@/db/queries/printed-documents';
import type { Receipt } from '@/db/queries/receipts';
import type { StatementPaper } from '@/db/queries/statement-paper';
import type { LogoFile } from '@/lib/logo';
import { InvoiceFile } from './invoice-file';
import { ReceiptFile } from './receipt-file';
import type { renderPdf } from './render';
import { StatementFile } from './statement-file';

/** A paper as a file: what it is called, and how it is drawn. */
export interface PaperFile {
  readonly name: string;
  readonly draw: Parameters<typeof renderPdf>[0];
}

/** A posted document as its customer gets it. Made on its own day, so that its file is always the same. */
export function documentFile(document: PrintedDocument, head: Letterhead, logo: LogoFile | null): PaperFile {
  const content = paperOf(document, head);
  const madeAt = new Date(`${document.documentDate}T00:00:00Z`);
  return {
    name: pdfName(`${content.title}_${document.number}`),
    draw: () => InvoiceFile({ content, logo, paper: head.paper, madeAt }),
  };
}

/** The receipt of a payment. */
export function receiptFile(
  receipt: Receipt,
  { seller, paper }: Letterhead,
  logo: LogoFile | null,
): PaperFile {
  return {
    name: pdfName(`receipt_${receipt.number}`),
    draw: () => ReceiptFile({ receipt, seller, logo, paper, madeAt: new Date() }),
  };
}

/** The statement of an account. */
export function statementFile(content: StatementPaper, logo: LogoFile | null): PaperFile {
  return {
    name: pdfName(`statement_${content.code ?? content.customer}_${content.asOf}`),
    draw: () => StatementFile({ content, logo, madeAt: new Date() }),
  };
}

/** A name that every system takes for the name of a file. */
function pdfName(name: string): string {
  return `${name.replace(/[^\w.-]+/g, '-').toLowerCase()}.pdf`;
}
