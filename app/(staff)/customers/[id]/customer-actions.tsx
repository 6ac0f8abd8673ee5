import { Banknote, BellRing, Plus, ReceiptText } from 'lucide-react';
import { AsOfControl } from '@/components/as-of-control';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import type { Customer } from '@/db/queries/customers';
import type { PlainDate } from '@/lib/domain/dates';
import { type Params, route, withParams } from '@/lib/url';

interface CustomerActionsProps {
  readonly customer: Customer;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  /** The page's parameters. */
  readonly params: Params;
  readonly mayWrite: boolean;
}

/** In the head of a customer's page: the day, and what is done most. */
export function CustomerActions({ customer, asOf, today, params, mayWrite }: CustomerActionsProps) {
  const path = route(`/customers/${customer.id}`);
  return (
    <>
      {customer.archivedAt && <Badge>Archived</Badge>}
      <span className="max-md:hidden">
        <AsOfControl asOf={asOf} today={today} path={path} params={params} />
      </span>
      <ButtonLink
        href={withParams('/statements', {}, { customer: customer.id, to: asOf })}
        data-page-key="s"
        size="sm"
        className="max-lg:hidden"
      >
        <ReceiptText aria-hidden />
        Statement
      </ButtonLink>
      {mayWrite && !customer.archivedAt && (
        <>
          <ButtonLink
            href={withParams(path, params, { remind: 1, pay: null, apply: null, dialog: null })}
            data-page-key="r"
            scroll={false}
            size="sm"
          >
            <BellRing aria-hidden />
            Remind
          </ButtonLink>
          <ButtonLink href={`/invoices/new?customer=${customer.id}`} data-page-key="i" size="sm">
            <Plus aria-hidden />
            Invoice
          </ButtonLink>
          <ButtonLink
            href={withParams(path, params, { pay: 1, asOf: null, currency: null, apply: null, dialog: null })}
            data-page-key="p"
            scroll={false}
            size="sm"
            variant="primary"
          >
            <Banknote aria-hidden />
            <span className="max-md:sr-only">Record payment</span>
            <span aria-hidden className="md:hidden">
              Payment
            </span>
          </ButtonLink>
        </>
      )}
    </>
  );
}
