'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { DeedForm } from '@/components/forms/deed-form';
import { buttonClass } from '@/components/ui/button';
import { disconnectAction, readAgainAction, testAction } from './actions';

interface DeedsProps {
  readonly connectionId: string;
  readonly system: string;
  readonly requestIds: readonly [test: string, again: string, end: string];
}

/** What can be done about a connection. */
export function ConnectionDeeds({ connectionId, system, requestIds: [test, again, end] }: DeedsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <DeedForm action={testAction} values={{}} requestId={test}>
        Test
      </DeedForm>
      <DeedForm action={readAgainAction} values={{}} requestId={again}>
        Read everything again
      </DeedForm>
      <ConfirmForm
        title={`Disconnect ${system}?`}
        description="The key is forgotten and nothing is read any more. What was booked stays; connecting again books nothing twice."
        trigger="Disconnect"
        triggerClassName={buttonClass({ variant: 'danger', size: 'sm' }, 'max-md:h-11')}
        action={disconnectAction}
        values={{ connectionId }}
        requestId={end}
        confirmLabel="Disconnect"
        pendingLabel="Disconnecting…"
      />
    </div>
  );
}
