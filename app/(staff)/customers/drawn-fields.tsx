import type { CustomerFacts } from '@/db/commands/update-drawn-customer';
import type { Customer } from '@/db/queries/customers';
import type { FormState } from '@/lib/form-state';

interface DrawnFieldsProps {
  readonly customer: Customer;
  readonly state: FormState;
}

/** What the form of a customer sends along unseen: whose it is, what it was drawn with, and the refusal that it shows. */
export function DrawnFields({ customer, state }: DrawnFieldsProps) {
  return (
    <>
      <input type="hidden" name="customerId" value={customer.id} />
      <input type="hidden" name="drawn" value={JSON.stringify(factsOf(customer))} />
      <input type="hidden" name="told" value={state.status === 'refused' ? state.message : ''} />
    </>
  );
}

/** What the form shows of a customer to begin with. */
function factsOf({ parent, ...customer }: Customer): CustomerFacts {
  const { name, code, owner, tags, currency, termsDays, creditLimitMinor, email, phone, address, notes } =
    customer;
  return {
    name,
    code,
    parentId: parent?.id ?? null,
    owner,
    tags: [...tags],
    currency,
    termsDays,
    creditLimitMinor,
    email,
    phone,
    address,
    notes,
  };
}
