import { ChevronDown, Download, FileSpreadsheet } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { formatCount } from '@/lib/format';
import { MOST_PDF_ROWS, pagesWords } from '@/lib/pdf-pages';
import { CopyLink } from './copy-link';

/** A file that can be had, and what is in it. */
export interface ExportFile {
  readonly label: string;
  /** "9 rows". */
  readonly holds: string;
  readonly href: string;
  /** Made by the worker: the link leads to where it will be had. */
  readonly isLarge?: boolean;
}

interface ExportMenuProps {
  readonly files: readonly ExportFile[];
}

/** What the table can be taken away as; says what each file holds. */
export function ExportMenu({ files }: ExportMenuProps) {
  return (
    <Popover
      label="Export"
      align="end"
      className="w-[292px]"
      triggerClassName={buttonClass({ size: 'sm' })}
      trigger={
        <>
          <Download aria-hidden />
          Export
          <ChevronDown aria-hidden className="size-3! text-subtle" />
        </>
      }
    >
      <p className="px-2 pt-1 pb-1.5 text-meta text-subtle">Exports keep these filters and this sort</p>
      <ul>
        {files.map(({ label, holds, href, isLarge }) => (
          <li key={label}>
            <a href={href} download={!isLarge} className="nav max-md:h-11">
              <FileSpreadsheet aria-hidden />
              {label}
              <span className="n font-normal text-subtle">{holds}</span>
            </a>
          </li>
        ))}
        <li>
          <CopyLink />
        </li>
      </ul>
    </Popover>
  );
}

/** Where each file of Explore is had. */
interface FileHrefs {
  readonly csv: (columns: 'table' | 'all') => string;
  readonly pdf: (detail: 'summary' | 'invoices') => string;
}

/** The files of a table of rows: its own columns, every column there is, and on paper its figures, or these and its rows. */
export function exploreFiles(count: number, hrefOf: FileHrefs): ExportFile[] {
  const holds = formatCount(count, 'row');
  return [
    { label: 'CSV, this table', holds, href: hrefOf.csv('table') },
    { label: 'CSV, every column', holds, href: hrefOf.csv('all') },
    { label: 'PDF, summary', holds: pagesWords(0), href: hrefOf.pdf('summary') },
    {
      label: 'PDF, with invoices',
      holds: pagesWords(count),
      href: hrefOf.pdf('invoices'),
      isLarge: count > MOST_PDF_ROWS,
    },
  ];
}
