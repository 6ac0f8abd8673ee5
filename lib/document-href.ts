import type { Route } from 'next';
import type { DocumentKind } from './domain/documents';
import { route } from './url';

/** The page of a document: payments have their own, everything else is shown as paper. */
export function documentHref({
  kind,
  documentId,
}: {
  readonly kind: DocumentKind;
  readonly documentId: string;
}): Route {
  return route(`/${kind === 'payment' ? 'payments' : 'invoices'}/${documentId}`);
}
