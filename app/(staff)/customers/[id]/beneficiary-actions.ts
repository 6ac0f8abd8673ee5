'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { replaceBeneficiaries } from '@/db/commands/replace-beneficiaries';
import { atMost, eachRow } from '@/lib/form-rows';
import { Refusal } from '@/lib/refusal';
import { isUuid } from '@/lib/uuid';

const Year = z.coerce.number().int().min(1900).max(2100);
/** Rows of one form. */
const MOST = 100;

/** Makes the beneficiaries of a form those of the customer; rows that are empty are left out. */
export const saveBeneficiaries = formAction({
  may: 'books:write',
  verb: 'beneficiaries_form',
  input: z.object({
    customerId: z.uuid(),
    shown: eachRow,
    beneficiaryId: eachRow,
    name: eachRow,
    category: eachRow,
    birthYear: eachRow,
  }),
  run: async (tx, actor, { customerId, shown, ...rows }) => {
    const wanted = rows.name.flatMap((name, i) => {
      const [category, born, id] = [
        rows.category[i] ?? '',
        rows.birthYear[i] ?? '',
        rows.beneficiaryId[i] ?? '',
      ];
      if (!name && !category && !born) return [];
      if (!name) throw new Refusal('invalid', 'Enter the name.', `name${i}`);
      const year = born ? Year.safeParse(born) : null;
      if (year && !year.success) throw new Refusal('invalid', 'Enter a year such as 2014.', `birthYear${i}`);
      return [
        {
          beneficiaryId: isUuid(id) ? id : null,
          name: atMost(200, name, `name${i}`),
          category: atMost(100, category, `name${i}`) || null,
          birthYear: year?.data ?? null,
        },
      ];
    });
    if (wanted.length > MOST) throw new Refusal('too_many', `Name at most ${MOST} beneficiaries here.`);
    await replaceBeneficiaries(tx, actor, { customerId, wanted, shown: shown.filter(isUuid) });
    return { message: 'Saved the beneficiaries.' };
  },
  stale: ['/customers'],
});
