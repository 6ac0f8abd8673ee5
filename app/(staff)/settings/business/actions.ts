'use server';
import { formAction } from '@/app/_actions/form-action';
import { updateOrganization } from '@/db/commands/update-organization';
import { savedWords } from '../saved-words';
import { businessInput } from './input';

/** Saves who the business is, and where. */
export const saveBusiness = formAction({
  may: 'organization:manage',
  verb: 'business_form',
  input: businessInput,
  run: async (tx, actor, input) => savedWords(await updateOrganization(tx, actor, input)),
  stale: ['/', '/settings/business'],
});
