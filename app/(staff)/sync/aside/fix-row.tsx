import { DeedForm } from '@/components/forms/deed-form';
import type { RowAside } from '@/db/queries/rows-aside';
import type { Reason } from '@/lib/sources/reasons';
import { uuid7 } from '@/lib/uuid';
import { bookBeside, nameContactAction, sayCurrency } from '../actions';
import { FixForm } from './fix-form';

/** What can be done here about a row that is set aside; nothing for what has to be put right elsewhere. */
export function FixRow({
  reason,
  row: { object, sourceId, contactId },
}: {
  readonly reason: Reason;
  readonly row: RowAside;
}) {
  const values = { object, sourceId };
  if (reason === 'unknown_customer' && contactId !== null)
    return (
      <FixForm
        action={nameContactAction}
        values={{ contactId }}
        requestId={uuid7()}
        field={{ name: 'customer', label: 'Who that is: name or code' }}
      >
        That is it
      </FixForm>
    );
  if (reason === 'no_currency')
    return (
      <FixForm
        action={sayCurrency}
        values={values}
        requestId={uuid7()}
        field={{ name: 'currency', label: 'Currency' }}
      >
        Use it
      </FixForm>
    );
  if (reason === 'number_taken' || reason === 'repeated_number')
    return (
      <DeedForm action={bookBeside} values={values} requestId={uuid7()}>
        It is another: book it beside
      </DeedForm>
    );
  return null;
}
