'use client';
import { SettingsForm } from '@/components/settings/settings-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { MailSettings } from '@/db/queries/mail-settings';
import { formatHour } from '@/lib/format';
import { mailSettingsAction } from './actions';

interface MailSettingsFormProps {
  readonly settings: MailSettings;
  readonly orgName: string;
  readonly requestId: string;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 28 }, (_, day) => day + 1);
const FIELDS = ['senderName', 'replyTo', 'remindersAt', 'digestAt', 'statementsOn', 'sendsReceipts'];

/** How the business mails. Hours are of its own clock; what has none does not go by itself. */
export function MailSettingsForm({ settings, orgName, requestId }: MailSettingsFormProps) {
  const hour = (value: number) => (
    <option key={value} value={value}>
      {formatHour(value)}
    </option>
  );
  return (
    <SettingsForm
      action={mailSettingsAction}
      requestId={requestId}
      fields={FIELDS}
      renderFields={(errorOf) => (
        <>
          <Field
            name="senderName"
            label="Name that mails come from"
            error={errorOf('senderName')}
            hint={`Empty: ${orgName}.`}
          >
            {(control) => <Input {...control} maxLength={100} defaultValue={settings.senderName ?? ''} />}
          </Field>
          <Field
            name="replyTo"
            label="Address for answers"
            error={errorOf('replyTo')}
            hint="Empty: the address that sends."
          >
            {(control) => (
              <Input {...control} type="email" maxLength={254} defaultValue={settings.replyTo ?? ''} />
            )}
          </Field>
          <Field
            name="sendsReceipts"
            label="Payment receipts"
            error={errorOf('sendsReceipts')}
            hint="Half a minute after a payment was recorded, with what it paid and what is still open."
          >
            {(control) => (
              <Select {...control} defaultValue={settings.sendsReceipts ? 'yes' : 'no'}>
                <option value="yes">For every payment</option>
                <option value="no">Not by themselves</option>
              </Select>
            )}
          </Field>
          <Field
            name="remindersAt"
            label="Daily reminders"
            error={errorOf('remindersAt')}
            hint="On business days. Mails go between 9 and 17 h."
          >
            {(control) => (
              <Select {...control} defaultValue={settings.remindersAt ?? ''}>
                <option value="">Not by themselves</option>
                {HOURS.map(hour)}
              </Select>
            )}
          </Field>
          <Field
            name="statementsOn"
            label="Monthly statements"
            error={errorOf('statementsOn')}
            hint="Of the month before, to every customer that owes something."
          >
            {(control) => (
              <Select {...control} defaultValue={settings.statementsOn ?? ''}>
                <option value="">Not by themselves</option>
                {DAYS.map((day) => (
                  <option key={day} value={day}>
                    On day {day} of the month
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            name="digestAt"
            label="Daily summary to administrators"
            error={errorOf('digestAt')}
            hint="How things stood at the end of the day before."
          >
            {(control) => (
              <Select {...control} defaultValue={settings.digestAt ?? ''}>
                <option value="">None</option>
                {HOURS.map(hour)}
              </Select>
            )}
          </Field>
        </>
      )}
    />
  );
}
