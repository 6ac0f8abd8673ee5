import type { Minor } from '@/lib/domain/money';

/** The head of a table whose rows can be selected: ticks all rows of the page. */
export function SelectAll() {
  return (
    <th scope="col" className="w-8 pr-0! max-md:hidden">
      <input type="checkbox" className="check" data-select-all aria-label="Select these rows" />
    </th>
  );
}

interface SelectRowProps {
  readonly id: string;
  /** What the row is called. */
  readonly name: string;
  /** What the sum of the selection takes of it. */
  readonly amount: Minor;
}

/** The box that selects a row, for `SelectionBar`. */
export function SelectRow({ id, name, amount }: SelectRowProps) {
  return (
    <td className="pr-0! max-md:hidden">
      <input
        type="checkbox"
        className="check"
        data-row-select={amount}
        value={id}
        aria-label={`Select ${name}`}
      />
    </td>
  );
}
