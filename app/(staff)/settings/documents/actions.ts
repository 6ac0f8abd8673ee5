'use server';
import { formAction } from '@/app/_actions/form-action';
import { addTaxRate } from '@/db/commands/add-tax-rate';
import { removeTaxRate } from '@/db/commands/remove-tax-rate';
import { setNumberSeries } from '@/db/commands/set-number-series';
import { KIND_NAMES } from '@/lib/domain/documents';
import { removeTaxRateInput, seriesInput, taxRateInput } from './input';

/** Saves how the numbers of a kind of document begin. */
export const saveSeries = formAction({
  may: 'organization:manage',
  verb: 'number_series_form',
  input: seriesInput,
  run: async (tx, actor, input) => {
    const { changed } = await setNumberSeries(tx, actor, input);
    return { message: changed ? `${KIND_NAMES[input.kind]} numbers are set.` : 'Nothing was changed.' };
  },
  stale: ['/settings/documents'],
});

/** Adds a tax that lines are offered. */
export const addTax = formAction({
  may: 'organization:manage',
  verb: 'tax_rate_form',
  input: taxRateInput,
  run: async (tx, actor, input) => {
    await addTaxRate(tx, actor, input);
    return { message: `${input.name} is offered from now on.` };
  },
  stale: ['/settings/documents'],
});

/** Offers a tax no longer. */
export const removeTax = formAction({
  may: 'organization:manage',
  verb: 'tax_rate_removed_form',
  input: removeTaxRateInput,
  run: async (tx, actor, input) => {
    const { name } = await removeTaxRate(tx, actor, input);
    return { message: `${name} is offered no longer.` };
  },
  stale: ['/settings/documents'],
});
