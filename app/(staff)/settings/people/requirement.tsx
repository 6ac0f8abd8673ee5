'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { requireFactor } from './credential-actions';

interface RequirementProps {
  readonly isRequired: boolean;
  /** Of the staff who can sign in, how many have none yet. */
  readonly without: number;
}

/** Whether the business asks everybody for a second factor, and the way to change it, which asks first. */
export function Requirement({ isRequired, without }: RequirementProps) {
  const who = without === 1 ? 'One person has' : `${without} people have`;
  return (
    <ConfirmForm
      title={isRequired ? 'Stop asking for a second factor?' : 'Ask everybody for a second factor?'}
      description={
        isRequired
          ? 'Whoever has one keeps it and may then take it away.'
          : `${without === 0 ? 'Everybody has' : who} ${without === 0 ? 'one already' : 'none yet: their next click leads them to add one, and nothing else opens until then'}.`
      }
      trigger={isRequired ? 'Stop asking everybody…' : 'Ask everybody…'}
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11')}
      action={requireFactor}
      values={{ required: isRequired ? 'no' : 'yes' }}
      confirmLabel={isRequired ? 'Stop asking' : 'Ask everybody'}
      pendingLabel="Saving…"
    />
  );
}
