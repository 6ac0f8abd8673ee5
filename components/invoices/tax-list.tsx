import type { TaxRate } from '@/db/queries/tax-rates';

/** What the tax fields of a page's lines offer; they name it by its id. Anything else can be typed too. */
export function TaxList({ rates }: { readonly rates: readonly TaxRate[] }) {
  return (
    <datalist id="tax-rates">
      {rates.map(({ id, name, percent }) => (
        <option key={id} value={percent} label={`${name}, ${percent}%`} />
      ))}
    </datalist>
  );
}
