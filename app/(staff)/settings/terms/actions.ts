'use server';
import { formAction } from '@/app/_actions/form-action';
import { updateOrganization } from '@/db/commands/update-organization';
import { savedWords } from '../saved-words';
import { chargesInput, paymentTermsInput, toCharges } from './input';

/** Saves what being late costs. */
export const saveCharges = formAction({
  may: 'organization:manage',
  verb: 'late_charges_form',
  input: chargesInput,
  run: async (tx, actor, input) =>
    savedWords(await updateOrganization(tx, actor, toCharges(input, actor.org.currency))),
  stale: ['/settings/terms'],
});

/** Saves how long new customers have to pay. */
export const savePaymentTerms = formAction({
  may: 'organization:manage',
  verb: 'payment_terms_form',
  input: paymentTermsInput,
  run: async (tx, actor, input) => savedWords(await updateOrganization(tx, actor, input)),
  stale: ['/settings/terms', '/settings/business'],
});
