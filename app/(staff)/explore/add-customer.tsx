'use client';
import { useEffect, useRef, useState } from 'react';
import { findCustomers } from '@/app/(staff)/customers/find-customers';
import { CustomerPicker } from '@/components/customers/customer-picker';
import type { CustomerOption } from '@/db/queries/customers';

/** Adds a customer to those asked for: finds it as one types, and applies the choice at once. `count` is how many there are. */
export function AddCustomer({ count }: { readonly count: number }) {
  const [chosen, setChosen] = useState<CustomerOption | null>(null);
  const here = useRef<HTMLDivElement>(null);
  // Once the hidden field of the picker holds the id.
  useEffect(() => {
    if (chosen) here.current?.closest('form')?.requestSubmit();
  }, [chosen]);
  return (
    <div ref={here} className="scripted">
      <CustomerPicker
        id="facet-customer"
        aria-label="Add a customer"
        aria-describedby={undefined}
        aria-invalid={undefined}
        name="customer"
        size="sm"
        placeholder={count > 0 ? `Any of ${count}` : 'Any customer'}
        find={findCustomers}
        onChoose={setChosen}
      />
    </div>
  );
}
