'use server';
import { formAction } from '@/app/_actions/form-action';
import { createBeneficiary as create } from '@/db/commands/create-beneficiary';
import { deleteBeneficiary as remove } from '@/db/commands/delete-beneficiary';
import { updateBeneficiary as update } from '@/db/commands/update-beneficiary';
import { beneficiaryIdInput, createBeneficiaryInput, updateBeneficiaryInput } from './input';

/** Adds a beneficiary. */
export const createBeneficiary = formAction({
  may: 'books:write',
  verb: 'beneficiary_form',
  input: createBeneficiaryInput,
  run: async (tx, actor, input) => {
    const { beneficiaryId } = await create(tx, actor, input);
    return { id: beneficiaryId, message: `Added ${input.name}.` };
  },
  stale: ['/beneficiaries'],
});

/** Changes the facts of a beneficiary. */
export const updateBeneficiary = formAction({
  may: 'books:write',
  verb: 'beneficiary_changed_form',
  input: updateBeneficiaryInput,
  run: async (tx, actor, input) => {
    const { changed } = await update(tx, actor, input);
    return {
      id: input.beneficiaryId,
      message: changed.length > 0 ? `Saved ${input.name}.` : 'Nothing was changed.',
    };
  },
  stale: ['/beneficiaries'],
});

/** Removes a beneficiary: deletes one for whom nothing was billed, and keeps another out of use. */
export const removeBeneficiary = formAction({
  may: 'books:write',
  verb: 'beneficiary_removed_form',
  input: beneficiaryIdInput,
  run: async (tx, actor, input) => {
    const { isDeleted } = await remove(tx, actor, input);
    return {
      id: input.beneficiaryId,
      message: isDeleted ? 'Deleted. Nothing was billed for it.' : 'Out of use. What was billed stays.',
    };
  },
  // The page that it is removed from would be gone before it could say so.
  stale: [],
});

/** Takes a beneficiary back into use. */
export const restoreBeneficiary = formAction({
  may: 'books:write',
  verb: 'beneficiary_restored_form',
  input: beneficiaryIdInput,
  run: async (tx, actor, { beneficiaryId }) => {
    await update(tx, actor, { beneficiaryId, isActive: true });
    return { id: beneficiaryId, message: 'In use again.' };
  },
  stale: ['/beneficiaries'],
});
