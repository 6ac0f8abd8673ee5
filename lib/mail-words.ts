import { textOf } from './activity-fields';
import { type ActivityDeed, count, customer, document, type Word } from './activity-phrases';
import { MAIL_KIND_NAMES } from './mail/kinds';

/** What the activity says of mails. */
export const MAIL_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  mail_queued: (deed) => [`sent ${kindOf(deed)}${toOf(deed)}`, ...customer(' for ', deed)],
  invoice_sent: (deed) => ['mailed ', document(deed), toOf(deed), ...customer(' for ', deed)],
  receipt_sent: (deed) => ['mailed the receipt of ', document(deed), toOf(deed), ...customer(' for ', deed)],
  mail_resent: (deed) => [`sent ${kindOf(deed)} again${toOf(deed)}`, ...customer(' for ', deed)],
  mail_cancelled: (deed) => [`took back ${kindOf(deed)}${toOf(deed)}`, ...customer(' for ', deed)],
  mail_bounced: (deed) => [`noted that a mail${toOf(deed)} came back`, ...customer(' for ', deed)],
  mail_complained: (deed) => [`noted a complaint about a mail${toOf(deed)}`, ...customer(' for ', deed)],
  address_released: (deed) => [`let mail go${toOf(deed)} again`],
  password_reset_asked: ({ after }) => [
    `asked for a new password for ${textOf(after, 'name') ?? 'somebody'}`,
  ],
  job_requested: ({ after }) => [`had a job run: ${textOf(after, 'name') ?? 'a job'}`],
  job_retried: ({ after }) => [`had a job tried again: ${textOf(after, 'name') ?? 'a job'}`],
  statements_queued: (deed) => [
    `queued ${count(deed.after, 'statements', '$', 'statement') || 'statements'}`,
  ],
  mail_settings_changed: () => ['changed how mails are sent'],
};

function toOf({ after }: ActivityDeed): string {
  const to = textOf(after, 'to');
  return to === null ? '' : ` to ${to}`;
}

function kindOf({ after }: ActivityDeed): string {
  const kind = textOf(after, 'kind');
  const name =
    Object.entries(MAIL_KIND_NAMES)
      .find(([key]) => key === kind)?.[1]
      .toLowerCase() ?? 'mail';
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}
