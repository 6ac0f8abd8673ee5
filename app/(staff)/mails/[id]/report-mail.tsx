'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { reportMailAction } from '../actions';

interface ReportMailProps {
  readonly mailId: string;
  readonly toAddress: string;
  readonly requestId: string;
}

/** Notes by hand that a mail came back or was complained of. */
export function ReportMail({ mailId, toAddress, requestId }: ReportMailProps) {
  return (
    <ConfirmForm
      title="Did this mail not arrive?"
      description={`Nothing goes to ${toAddress} by itself any more, until you use the address again.`}
      trigger="It came back…"
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11')}
      action={reportMailAction}
      values={{ mailId }}
      requestId={requestId}
      confirmLabel="Note it"
      pendingLabel="Noting…"
      fieldNames={['what', 'detail']}
      renderFields={(errorOf) => (
        <>
          <Field name="what" label="What happened" error={errorOf('what')}>
            {(control) => (
              <Select {...control} defaultValue="bounced">
                <option value="bounced">It came back</option>
                <option value="complained">They complained about it</option>
              </Select>
            )}
          </Field>
          <Field name="detail" label="What was said" error={errorOf('detail')} hint="Optional.">
            {(control) => <Input {...control} maxLength={300} />}
          </Field>
        </>
      )}
    />
  );
}
