'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { disable, endPersonSession, takeInvitationBack } from './actions';
import { removeFactor } from './credential-actions';

interface AskedProps {
  /** Whose it is. */
  readonly name: string;
  /** Which membership, session or invitation. */
  readonly id: string;
  readonly requestId: string;
}

/** Shuts somebody out, after asking. */
export function DisableButton({ name, id, requestId }: AskedProps) {
  return (
    <ConfirmForm
      title={`Disable ${name}?`}
      description="Every browser is signed out at once, and no password opens these books any more. What the person did stays under that name. You can enable the person again."
      trigger="Disable…"
      triggerClassName={buttonClass({ variant: 'danger' }, 'self-start max-md:h-11')}
      action={disable}
      values={{ membershipId: id }}
      requestId={requestId}
      confirmLabel={`Disable ${name}`}
      pendingLabel="Disabling…"
    />
  );
}

/** Takes a lost second factor away, after asking. */
export function RemoveFactorButton({ name, id }: Omit<AskedProps, 'requestId'>) {
  return (
    <ConfirmForm
      title={`Take away the second factor of ${name}?`}
      description="For somebody who lost the phone and the recovery codes. Be sure that it is the person who asks: from then on the password alone opens the books, until a new one is added."
      trigger="Take away…"
      triggerClassName={buttonClass({ variant: 'danger' }, 'self-start max-md:h-11')}
      action={removeFactor}
      values={{ membershipId: id }}
      confirmLabel="Take it away"
      pendingLabel="Taking away…"
    />
  );
}

/** Signs a browser out, after asking. */
export function EndSessionButton({ name, id, requestId }: AskedProps) {
  return (
    <ConfirmForm
      title={`Sign out ${name}?`}
      description="Its next click leads to the sign-in page. What was typed and not saved is lost."
      trigger={
        <>
          Sign out<span className="sr-only"> {name}</span>
        </>
      }
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11')}
      action={endPersonSession}
      values={{ sessionId: id }}
      requestId={requestId}
      confirmLabel="Sign out"
      pendingLabel="Signing out…"
    />
  );
}

/** Takes an invitation back, after asking. */
export function WithdrawButton({ name, id, requestId }: AskedProps) {
  return (
    <ConfirmForm
      title={`Withdraw the invitation of ${name}?`}
      description="Its link opens nothing any more. You can invite the person again."
      trigger={
        <>
          Withdraw<span className="sr-only"> the invitation of {name}</span>
        </>
      }
      action={takeInvitationBack}
      values={{ invitationId: id }}
      requestId={requestId}
      confirmLabel="Withdraw"
      pendingLabel="Withdrawing…"
    />
  );
}
