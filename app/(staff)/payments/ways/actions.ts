'use server';
import { formAction } from '@/app/_actions/form-action';
import { sealedKeys } from '@/app/_payments/gateway';
import { setBankDetails } from '@/db/commands/set-bank-details';
import { setCardGateway } from '@/db/commands/set-card-gateway';
import { bankDetailsInput, gatewayInput, noGatewayInput } from './input';

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

/** Takes cards with an account at Stripe. */
export const saveGateway = formAction({
  may: 'organization:manage',
  verb: 'card_gateway_form',
  input: gatewayInput,
  run: async (tx, actor, keys) => {
    await setCardGateway(tx, actor, sealedKeys(keys));
    return { message: 'Saved. Customers are offered to pay by card.' };
  },
  stale: ['/payments/ways'],
});

/** Takes no cards any more. */
export const removeGateway = formAction({
  may: 'organization:manage',
  verb: 'card_gateway_removed_form',
  input: noGatewayInput,
  run: async (tx, actor) => {
    await setCardGateway(tx, actor, null);
    return { message: 'Cards are not taken any more.' };
  },
  stale: ['/payments/ways'],
});
