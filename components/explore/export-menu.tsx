import { ChevronDown, Download, FileSpreadsheet } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { formatCount } from '@/lib/format';
import { CopyLink } from './copy-link';

/** A file that can be had, and what is in it. */
export interface ExportFile {
  readonly label: string;
  /** "9 rows". */
  readonly holds: string;
  readonly href: string;
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
        {files.map(({ label, holds, href }) => (
          <li key={label}>
            <a href={href} download className="nav max-md:h-11">
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

/** The files of a table of rows: its own columns, and every column there is. */
export function csvFiles(count: number, hrefOf: (columns: 'table' | 'all') => string): ExportFile[] {
  const holds = formatCount(count, 'row');
  return [
    { label: 'CSV, this table', holds, href: hrefOf('table') },
    { label: 'CSV, every column', holds, href: hrefOf('all') },
  ];
}
