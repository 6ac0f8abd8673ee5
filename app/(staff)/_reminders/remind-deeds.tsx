import { BellRing } from 'lucide-react';
import { DeedForm } from '@/components/forms/deed-form';
import { ButtonLink } from '@/components/ui/button';
import { route } from '@/lib/url';
import { neverRemindAction } from './actions';

interface RemindDeedsProps {
  readonly documentId: string;
  readonly customerId: string;
  readonly requestId: string;
}

/** Reminds of one invoice, or has no reminder name it any more. */
export function RemindDeeds({ documentId, customerId, requestId }: RemindDeedsProps) {
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <ButtonLink
        href={route(`/invoices/${documentId}?remind=1`)}
        scroll={false}
        size="sm"
        className="max-md:h-11"
      >
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
