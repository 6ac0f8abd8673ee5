import { BellRing } from 'lucide-react';
import type { Route } from 'next';
import { DeedForm } from '@/components/forms/deed-form';
import { ButtonLink } from '@/components/ui/button';
import { neverRemindAction } from './actions';

interface RemindDeedsProps {
  readonly documentId: string;
  readonly customerId: string;
  readonly requestId: string;
  /** Opens the dialog that reminds of it. */
  readonly remindHref: Route;
}

/** Reminds of one invoice, or has no reminder name it any more. */
export function RemindDeeds({ documentId, customerId, requestId, remindHref }: RemindDeedsProps) {
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <ButtonLink href={remindHref} data-page-key="r" scroll={false} size="sm" className="max-md:h-11">
        <BellRing aria-hidden />
        Remind
      </ButtonLink>
      <DeedForm
        action={neverRemindAction}
        values={{ customerId, documentId }}
        requestId={requestId}
        variant="ghost"
      >
        Never remind of this one
      </DeedForm>
    </div>
  );
}
