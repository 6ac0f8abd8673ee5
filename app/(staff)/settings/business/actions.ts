'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { removeLogo } from '@/db/commands/remove-logo';
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

/** Takes the picture of the business away. */
export const removeLogoAction = formAction({
  may: 'organization:manage',
  verb: 'logo_removed_form',
  input: z.object({}),
  run: async (tx, actor) => ({
    message: (await removeLogo(tx, actor)) ? 'The logo is gone.' : 'There was no logo any more.',
  }),
  stale: ['/settings/business'],
});
