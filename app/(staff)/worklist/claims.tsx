import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { ClaimsList } from '@/components/worklist/claims-list';
import { OwnerSelect } from '@/components/worklist/owner-select';
import { ResolveDispute } from '@/components/worklist/resolve-dispute';
import type { PlainDate } from '@/lib/domain/dates';
import { formatMoney } from '@/lib/format';
import { uuid7 } from '@/lib/uuid';
import { assignDispute, cancelPromise, resolveDispute } from './actions';
import type { WorkAccount } from './read';

interface ClaimsProps {
  readonly account: Pick<WorkAccount, 'promises' | 'disputes'>;
  readonly owners: readonly string[];
  readonly today: PlainDate;
  readonly mayWrite: boolean;
}

/** What the customer promised and what it contests, with what can be done about either. */
export function Claims({ account, owners, today, mayWrite }: ClaimsProps) {
  return (
    <ClaimsList
      {...account}
      today={today}
      renderPromiseActions={
        mayWrite
          ? ({ promiseId, amountMinor, currency }) => (
              <ConfirmForm
                title={`Take back the promise of ${formatMoney(amountMinor, currency)}?`}
                description="It is waited for no longer, and reminders go on. It does not count as broken."
                trigger="Take back"
                triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' }, 'max-md:h-11')}
                action={cancelPromise}
                values={{ promiseId }}
                requestId={uuid7()}
                confirmLabel="Take it back"
                pendingLabel="Taking back…"
              />
            )
          : null
      }
      renderDisputeActions={
        mayWrite
          ? ({ disputeId, owner, number, amountMinor, currency }) => (
              <>
                <OwnerSelect
                  key={disputeId}
                  label="Settled by"
                  owner={owner}
                  owners={owners}
                  values={{ disputeId }}
                  assign={assignDispute}
                />
                <ResolveDispute
                  disputeId={disputeId}
                  what={`${formatMoney(amountMinor, currency)} of ${number}`}
                  requestId={uuid7()}
                  resolve={resolveDispute}
                />
              </>
            )
          : null
      }
    />
  );
}
