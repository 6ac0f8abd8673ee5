import { Download } from 'lucide-react';
import { AsOfControl } from '@/components/as-of-control';
import { buttonClass } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import { PrintButton } from '@/components/ui/print-button';
import type { StaffActor } from '@/lib/actor';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import type { SearchParams } from '@/lib/filters';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';

interface AgingActionsProps {
  readonly actor: StaffActor;
  readonly params: SearchParams;
  readonly asOf: PlainDate;
}

/** The day of the report, and the ways to take it away. */
export function AgingActions({ actor, params, asOf }: AgingActionsProps) {
  return (
    <>
      <AsOfControl asOf={asOf} today={todayIn(actor.org.timeZone)} path="/aging" params={params} />
      {may(actor, 'books:export') && (
        <a
          href={withParams('/exports/aging', params, { open: null, page: null })}
          className={buttonClass({ size: 'sm' }, 'max-md:hidden')}
          download
        >
          <Download aria-hidden />
          CSV
        </a>
      )}
      {may(actor, 'books:export') && (
        <DownloadButton
          href={withParams('/exports/aging/pdf', params, { open: null, page: null })}
          label="PDF"
          className="max-md:hidden"
        />
      )}
      <PrintButton className="max-md:hidden" />
    </>
  );
}
