'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction, type StaffFormState } from '@/app/_actions/form-action';
import { signOut } from '@/app/_auth/options';
import { removeSample as remove } from '@/db/commands/remove-sample';

const removeBooks = formAction({
  may: 'organization:manage',
  verb: 'sample_removed_form',
  input: z.object({}),
  run: async (tx, actor) => {
    await remove(tx, actor);
    return { message: 'The sample data is gone.' };
  },
  stale: [],
});

/** Removes the sample books whole, with everybody who could sign in to them, and shows the welcome page. */
export async function removeSample(previous: StaffFormState, form: FormData): Promise<StaffFormState> {
  const state = await removeBooks(previous, form);
  if (state.status !== 'done') return state;
  await signOut({ redirect: false });
  redirect('/welcome');
}
