import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { Explain } from '@/components/explain';
import type { BookKeeping } from '@/db/queries/book-keeping';
import type { ImportRow } from '@/db/queries/imports';
import { formatInstant } from '@/lib/format';
import type { WidgetMoment } from './moment';
import { keepingTable, stateText } from './tables/matter-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface KeepingWidgetProps {
  readonly keeping: BookKeeping;
  readonly at: WidgetMoment;
  /** Whether the person may bring files. */
  readonly mayImport: boolean;
}

/** How fresh books are that follow no others: they are kept here, and files are brought. */
export function KeepingWidget({ keeping: { lastRecordedAt, imports }, at, mayImport }: KeepingWidgetProps) {
  const when = (instant: Date) => formatInstant(instant, at.timeZone, at.today);
  const last = lastRecordedAt ? when(lastRecordedAt) : 'never';
  return (
    <WidgetFrame
      title="Sync health"
      hint="books kept here"
      finding={`The books are kept here, no other system is connected. Last recorded: ${last}`}
      {...(mayImport && { rowsHref: '/import' as const })}
      tools={
        <Explain
          title={`Last recorded, ${last}`}
          lines={imports.map((file) => ({ label: file.fileName, value: stateText(file, when) }))}
          total={{ label: 'Last change of the books', value: last }}
          note="No other system is connected, so nothing can be out of step: what is recorded here is in every figure at once."
        />
      }
      table={<WidgetTable table={keepingTable(imports, at)} />}
    >
      <div className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <p className="flex gap-2">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
          <span>
            The books are kept here; no other system is connected.{' '}
            <span className="text-muted-foreground">Last recorded: {last}.</span>
          </span>
        </p>
        {imports.length > 0 && (
          <ul className="border-t border-border">
            {imports.map((file) => (
              <li
                key={file.id}
                className="flex items-baseline gap-3 border-b border-border py-1.5 last:border-0"
              >
                <Name file={file} isLink={mayImport} />
                <span className="fig ml-auto shrink-0 text-meta text-subtle">{stateText(file, when)}</span>
              </li>
            ))}
          </ul>
        )}
        {imports.length === 0 && <p className="text-muted-foreground">No file was brought yet.</p>}
      </div>
    </WidgetFrame>
  );
}

function Name({ file, isLink }: { readonly file: ImportRow; readonly isLink: boolean }) {
  if (!isLink) return <span className="truncate">{file.fileName}</span>;
  return (
    <Link href={`/import/${file.id}`} className="link truncate leading-6 max-md:leading-[44px]">
      {file.fileName}
    </Link>
  );
}
