import type { PaperContent } from '@/components/invoices/paper';
import type { PaperSize } from '@/lib/domain/paper-size';
import type { LogoFile } from '@/lib/logo';
import { File } from './frame';
import { InvoiceSheets, layInvoice } from './invoice-sheets';

interface InvoiceFileProps {
  readonly content: PaperContent;
  /** The picture of the business; null for none. */
  readonly logo: LogoFile | null;
  readonly paper: PaperSize;
  /** When it was recorded: the file of a document is always the same. */
  readonly madeAt: Date;
}

/** A posted document as its customer gets it, as a file. */
export function InvoiceFile({ content, logo, paper, madeAt }: InvoiceFileProps) {
  return (
    <File title={`${content.title} ${content.number}`} author={content.seller} madeAt={madeAt}>
      <InvoiceSheets content={content} logo={logo} paper={paper} layout={layInvoice(content, paper)} />
    </File>
  );
}
