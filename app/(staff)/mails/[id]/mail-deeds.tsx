import { DeedForm } from '@/components/forms/deed-form';
import type { MailDetail } from '@/db/queries/mail-detail';
import { hasSecret } from '@/lib/mail/href';
import { uuid7 } from '@/lib/uuid';
import { cancelMailsAction, releaseAddressAction, resendMailAction } from '../actions';
import { ReportMail } from './report-mail';

/** What can be done about a mail as it stands. */
export function MailDeeds({ mail }: { readonly mail: MailDetail }) {
  const { id, state, blockId, toAddress } = mail;
  const isOver = state !== 'queued' && state !== 'sending';
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'queued' && (
        <DeedForm action={cancelMailsAction} values={{ mailIds: id }} requestId={uuid7()}>
          Take it back
        </DeedForm>
      )}
      {isOver && !hasSecret(mail.params) && (
        <DeedForm action={resendMailAction} values={{ mailId: id }} requestId={uuid7()}>
          Send it again
        </DeedForm>
      )}
      {state === 'sent' && <ReportMail mailId={id} toAddress={toAddress} requestId={uuid7()} />}
      {blockId && (
        <DeedForm action={releaseAddressAction} values={{ blockId }} requestId={uuid7()}>
          Use the address again
        </DeedForm>
      )}
    </div>
  );
}
