'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { assignOwner as assign } from '@/db/commands/assign-owner';
import { tagCustomers as tag } from '@/db/commands/tag-customers';
import { formatCount } from '@/lib/format';
import { chosenCustomers } from './chosen-customers';

const query = z.string().max(20_000, 'Choose fewer customers.');
const stale = ['/customers', '/aging', '/explore', '/dashboard'];

/** Gives the chosen customers the same owner, or none. */
export const assignOwner = formAction({
  may: 'books:write',
  verb: 'owner_assigned_form',
  input: z.object({ query, owner: z.string().trim().max(100, 'Use at most 100 characters.') }),
  run: async (tx, actor, input) => {
    const owner = input.owner || null;
    const customerIds = await chosenCustomers(tx, actor, input.query);
    const { changed } = await assign(tx, actor, { customerIds, owner });
    const many = formatCount(changed.length, 'customer');
    return { message: owner ? `${owner} looks after ${many} more now.` : `Took the owner of ${many} away.` };
  },
  stale,
});

/** Gives the chosen customers one more tag. */
export const tagCustomers = formAction({
  may: 'books:write',
  verb: 'customers_tagged_form',
  input: z.object({
    query,
    tag: z.string().trim().min(1, 'Write the tag.').max(40, 'Use at most 40 characters.'),
  }),
  run: async (tx, actor, input) => {
    const customerIds = await chosenCustomers(tx, actor, input.query);
    const { changed } = await tag(tx, actor, { customerIds, tag: input.tag });
    return { message: `Tagged ${formatCount(changed.length, 'customer')} “${input.tag}”.` };
  },
  stale,
});
