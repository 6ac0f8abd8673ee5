'use server';
import { formAction } from '@/app/_actions/form-action';
import { setBankDetails } from '@/db/commands/set-bank-details';
import { bankDetailsInput } from './input';

/** Says where customers are to send transfers. */
export const saveBankDetails = formAction({
  may: 'organization:manage',
  verb: 'bank_details_form',
  input: bankDetailsInput,
  run: async (tx, actor, { words }) => {
    await setBankDetails(tx, actor, words === '' ? null : words);
    return { message: words === '' ? 'Taken away.' : 'Saved. Customers read it when they pay.' };
  },
  stale: ['/payments/ways', '/payments/notices'],
});
