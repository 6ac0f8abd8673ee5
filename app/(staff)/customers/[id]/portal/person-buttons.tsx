'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { removeFromPortal, resetInPortal } from './actions';

interface PersonButtonProps {
  readonly customerId: string;
  readonly membershipId: string;
  readonly name: string;
  readonly requestId: string;
}

/** Signs somebody out and mails a link for a new password, after asking. */
export function ResetPerson({ customerId, membershipId, name, requestId }: PersonButtonProps) {
  return (
    <ConfirmForm
      title={`Send ${name} a link for a new password?`}
      description="They are signed out of the portal everywhere. The link works once, within 30 minutes."
      trigger={
        <>
          New password…<span className="sr-only"> for {name}</span>
        </>
      }
      triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' }, 'max-md:h-11')}
      action={resetInPortal}
      values={{ customerId, membershipId }}
      requestId={requestId}
      confirmVariant="primary"
      confirmLabel="Send the link"
      pendingLabel="Sending…"
    />
  );
}

/** Takes the way in away, after asking. */
export function RemovePerson({ customerId, membershipId, name, requestId }: PersonButtonProps) {
  return (
    <ConfirmForm
      title={`Take ${name}’s access away?`}
      description="They are signed out of the portal with their next step. You can invite them again."
      trigger={
        <>
          Remove<span className="sr-only"> {name}</span>
        </>
      }
      triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' }, 'max-md:h-11')}
      action={removeFromPortal}
      values={{ customerId, membershipId }}
      requestId={requestId}
      confirmLabel="Take it away"
      pendingLabel="Removing…"
    />
  );
}
