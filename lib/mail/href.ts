import { appOrigin } from '../app-origin';
import type { MailParams } from './params';

/** Where a link of the kind leads whose secret is not to be seen. */
const HIDDEN = '…';

/** What the button of a mail opens: an address of this installation, from its configuration; null when there is nothing to open. */
export function mailHref(
  params: MailParams,
  { documentId, secret }: { readonly documentId: string | null; readonly secret: string | null },
): string | null {
  const path = pathOf(params, documentId, secret ?? HIDDEN);
  return path === null ? null : `${appOrigin()}${path}`;
}

/** Whether the link of a mail lets its holder in. */
export function hasSecret({ kind }: MailParams): boolean {
  return kind === 'invitation' || isOwnSecret({ kind });
}

/**
 * Whether its link is the person's alone, so that nobody of the business may read it where no mail leaves: the login may open other
 * books too.
 */
export function isOwnSecret({ kind }: Pick<MailParams, 'kind'>): boolean {
  return kind === 'password_reset' || kind === 'email_change' || kind === 'sign_in_link';
}

function pathOf({ kind }: MailParams, documentId: string | null, secret: string): string | null {
  if (kind === 'invitation') return `/invite/${secret}`;
  if (kind === 'password_reset') return `/reset/${secret}`;
  if (kind === 'email_change') return `/new-email/${secret}`;
  if (kind === 'sign_in_link') return `/sign-in/link/${secret}`;
  if (kind === 'reminder' || kind === 'statement') return '/portal';
  if (kind === 'invoice' && documentId) return `/portal/invoices/${documentId}`;
  return kind === 'digest' ? '/' : null;
}
