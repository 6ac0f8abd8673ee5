'use server';
import { formAction } from '@/app/_actions/form-action';
import { createService as create } from '@/db/commands/create-service';
import { deleteService as remove } from '@/db/commands/delete-service';
import { updateService as update } from '@/db/commands/update-service';
import { typedFee } from '@/lib/typed-money';
import { createServiceInput, serviceIdInput, updateServiceInput } from './input';

/** Adds a service to the catalogue. */
export const createService = formAction({
  may: 'books:write',
  verb: 'service_form',
  input: createServiceInput,
  run: async (tx, actor, { fee, ...facts }) => {
    const { serviceId } = await create(tx, actor, {
      ...facts,
      feeMinor: typedFee(fee, facts.currency, 'fee'),
    });
    return { id: serviceId, message: `Added ${facts.name}.` };
  },
  stale: ['/services'],
});

/** Changes a service; what was posted before keeps its price. */
export const updateService = formAction({
  may: 'books:write',
  verb: 'service_changed_form',
  input: updateServiceInput,
  run: async (tx, actor, { serviceId, fee, currency, ...facts }) => {
    const feeMinor = typedFee(fee, currency, 'fee');
    const { changed } = await update(tx, actor, { serviceId, ...facts, feeMinor });
    return { id: serviceId, message: changed.length > 0 ? `Saved ${facts.name}.` : 'Nothing was changed.' };
  },
  stale: ['/services'],
});

/** Takes a service off the catalogue: deletes one that was never billed, and keeps another without offering it. */
export const removeService = formAction({
  may: 'books:write',
  verb: 'service_removed_form',
  input: serviceIdInput,
  run: async (tx, actor, input) => {
    const { isDeleted } = await remove(tx, actor, input);
    return {
      id: input.serviceId,
      message: isDeleted ? 'Deleted. It was never billed.' : 'No longer offered. What it billed stays.',
    };
  },
  // The page that it is removed from would be gone before it could say so.
  stale: [],
});

/** Offers a service again. */
export const offerService = formAction({
  may: 'books:write',
  verb: 'service_offered_form',
  input: serviceIdInput,
  run: async (tx, actor, { serviceId }) => {
    await update(tx, actor, { serviceId, isActive: true });
    return { id: serviceId, message: 'Offered again.' };
  },
  stale: ['/services'],
});
