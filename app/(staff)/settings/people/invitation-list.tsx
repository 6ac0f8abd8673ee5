import { Badge } from '@/components/ui/badge';
import type { PendingInvitation } from '@/db/queries/people';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { uuid7 } from '@/lib/uuid';
import { inviteAgain } from './actions';
import { WithdrawButton } from './confirm-buttons';
import { SecretForm } from './secret-form';

interface InvitationListProps {
  readonly invitations: readonly PendingInvitation[];
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** Who was invited and has not come yet, newest first. */
export function InvitationList({ invitations, timeZone, today }: InvitationListProps) {
  return (
    <ul className="panel divide-y divide-border">
      {invitations.map(({ id, name, email, role, customer, expiresAt, isLate }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-medium">
              {name} <span className="text-meta font-normal text-subtle">{email}</span>
            </p>
            <p className="text-meta text-muted-foreground">
              {role === 'customer' ? `Will see the account of ${customer}` : `Will be ${role}`}
              {', '}
              {isLate ? 'link ran out ' : 'link works until '}
              {formatDay(todayIn(timeZone, expiresAt), { today })}
            </p>
          </div>
          {isLate && <Badge tone="warning">Ran out</Badge>}
          <SecretForm
            action={inviteAgain}
            values={{ invitationId: id, requestId: uuid7() }}
            pendingLabel="Making the link…"
          >
            Make a new link<span className="sr-only"> for {name}</span>
          </SecretForm>
          <WithdrawButton id={id} name={name} requestId={uuid7()} />
        </li>
      ))}
    </ul>
  );
}
