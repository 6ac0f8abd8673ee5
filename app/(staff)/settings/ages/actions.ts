'use server';
import { formAction } from '@/app/_actions/form-action';
import { updateOrganization } from '@/db/commands/update-organization';
import { savedWords } from '../saved-words';
import { agesInput } from './input';

/** Saves how age is counted and grouped. */
export const saveAges = formAction({
  may: 'organization:manage',
  verb: 'age_groups_form',
  input: agesInput,
  run: async (tx, actor, input) => savedWords(await updateOrganization(tx, actor, input)),
  stale: ['/', '/aging', '/customers', '/settings/ages'],
});
