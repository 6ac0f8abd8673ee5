'use server';
import { formAction } from '@/app/_actions/form-action';
import { archiveCustomer as archive } from '@/db/commands/archive-customer';
import { createCustomer as create } from '@/db/commands/create-customer';
import { restoreCustomer as restore } from '@/db/commands/restore-customer';
import { updateDrawnCustomer } from '@/db/commands/update-drawn-customer';
import { createCustomerInput, customerIdInput, toFacts, updateCustomerInput } from './input';

/** Adds a customer. */
export const createCustomer = formAction({
  may: 'books:write',
  verb: 'customer_form',
  input: createCustomerInput,
  run: async (tx, actor, input) => {
    const { customerId } = await create(tx, actor, toFacts(input));
    return { id: customerId, message: `Added ${input.name}.` };
  },
  stale: ['/customers'],
});

/** Changes of a customer what was changed in its form. */
export const updateCustomer = formAction({
  may: 'books:write',
  verb: 'customer_changed_form',
  input: updateCustomerInput,
  run: async (tx, actor, { customerId, drawn, told, ...input }) => {
    const typed = toFacts(input);
    const { changed } = await updateDrawnCustomer(tx, actor, { customerId, drawn, typed, told });
    return { id: customerId, message: changed.length > 0 ? `Saved ${input.name}.` : 'Nothing was changed.' };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});

/** Takes a customer that owes nothing out of lists and pickers. */
export const archiveCustomer = formAction({
  may: 'books:write',
  verb: 'customer_archived_form',
  input: customerIdInput,
  run: async (tx, actor, input) => {
    await archive(tx, actor, input);
    return { message: 'Archived. Its history stays.' };
  },
  stale: ['/customers'],
});

/** Brings an archived customer back. */
export const restoreCustomer = formAction({
  may: 'books:write',
  verb: 'customer_restored_form',
  input: customerIdInput,
  run: async (tx, actor, input) => {
    await restore(tx, actor, input);
    return { message: 'Restored.' };
  },
  stale: ['/customers'],
});
