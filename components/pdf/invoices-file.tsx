import { paperOf } from '@/components/invoices/paper-of';
import type { InvoicePapers } from '@/db/queries/invoice-papers';
import { formatCount, formatDay } from '@/lib/format';
import { File } from './frame';
import { InvoiceSheets, layInvoice } from './invoice-sheets';

interface InvoicesFileProps {
  readonly content: Pick<InvoicePapers, 'documents' | 'head' | 'logo' | 'asOf'>;
  readonly madeAt: Date;
  readonly onPages?: ((total: number) => void) | undefined;
  readonly onPage?: (() => void) | undefined;
}

/** Many invoices in one file, each with pages of its own that are counted by themselves. */
export function InvoicesFile({ content, madeAt, onPages, onPage }: InvoicesFileProps) {
  const { documents, head, logo, asOf } = content;
  const laid = documents.map((document) => {
    const paper = paperOf(document, head);
    return { paper, layout: layInvoice(paper, head.paper) };
  });
  onPages?.(laid.reduce((sum, { layout }) => sum + layout.pages.length, 0));
  const title = `${formatCount(documents.length, 'invoice')}, ${formatDay(asOf, { month: 'long' })}`;
  return (
    <File title={title} author={head.seller} madeAt={madeAt}>
      {laid.map(({ paper, layout }) => (
        <InvoiceSheets
          key={`${paper.title} ${paper.number}`}
          content={paper}
          logo={logo}
          paper={head.paper}
          layout={layout}
          onPage={onPage}
        />
      ))}
    </File>
  );
}
