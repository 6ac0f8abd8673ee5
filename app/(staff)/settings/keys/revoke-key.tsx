'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { revokeKey } from './actions';

interface RevokeKeyProps {
  readonly id: string;
  readonly name: string;
  readonly requestId: string;
}

/** Takes a key back, after asking. */
export function RevokeKey({ id, name, requestId }: RevokeKeyProps) {
  return (
    <ConfirmForm
      title={`Revoke the key of ${name}?`}
      description="Its next request is refused. A revoked key cannot be used again; make a new one instead."
      trigger={
        <>
          Revoke<span className="sr-only"> the key of {name}</span>
        </>
      }
      action={revokeKey}
      values={{ id }}
      requestId={requestId}
      confirmLabel="Revoke key"
      pendingLabel="Revoking…"
    />
  );
}
