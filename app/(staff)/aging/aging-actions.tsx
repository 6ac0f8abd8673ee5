import { BellRing, Download } from 'lucide-react';
import { AsOfControl } from '@/components/as-of-control';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import { PrintButton } from '@/components/ui/print-button';
import type { StaffActor } from '@/lib/actor';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import type { SearchParams } from '@/lib/filters';
import { formatCount } from '@/lib/format';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';

interface AgingActionsProps {
  readonly actor: StaffActor;
  readonly params: SearchParams;
  readonly asOf: PlainDate;
  /** The customers of the page that are late; none when nobody is to be reminded. */
  readonly late: readonly string[];
}

/** The day of the report, and the ways to take it away. */
export function AgingActions({ actor, params, asOf, late }: AgingActionsProps) {
  return (
    <>
      <AsOfControl asOf={asOf} today={todayIn(actor.org.timeZone)} path="/aging" params={params} />
      {may(actor, 'mail:manage') && late.length > 0 && (
        <ButtonLink
          href={withParams('/reminders/chosen', {}, { of: 'customers', customer: late })}
          size="sm"
          className="max-md:hidden"
        >
          <BellRing aria-hidden />
          Remind {formatCount(late.length)}
        </ButtonLink>
      )}
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
