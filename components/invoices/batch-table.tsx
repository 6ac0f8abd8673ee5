'use client';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import type { BatchCandidate } from '@/db/queries/invoice-batch';
import type { BatchDraft } from '@/lib/domain/batch-draft';
import { formatCount } from '@/lib/format';

/** Somebody who can be billed, whether it is to be, and how much. */
export type Chosen = BatchCandidate & BatchDraft & { readonly isChosen: boolean };

interface BatchTableProps {
  readonly rows: readonly Chosen[];
  /** Keys of rows that cannot be billed as they stand, once that may be said. */
  readonly problems: ReadonlySet<string>;
  readonly onRows: (rows: readonly Chosen[]) => void;
}

/** Those who can be billed, with the quantity and the price of each; who cannot be says why. */
export function BatchTable({ rows, problems, onRows }: BatchTableProps) {
  const billable = rows.filter((row) => row.refusal === null);
  const chosenCount = billable.filter((row) => row.isChosen).length;
  const hasBeneficiaries = rows.some((row) => row.beneficiary !== null);
  const isAll = chosenCount > 0 && chosenCount === billable.length;
  const change = (key: string, changes: Partial<Chosen>) =>
    onRows(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Whom to bill</caption>
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              checked={isAll}
              disabled={billable.length === 0}
              onChange={({ target }) =>
                onRows(rows.map((row) => (row.refusal === null ? { ...row, isChosen: target.checked } : row)))
              }
              label={`All ${formatCount(billable.length)} that can be billed`}
            />
          </th>
          {hasBeneficiaries && (
            <th scope="col" className="max-md:hidden">
              Customer
            </th>
          )}
          <th scope="col" className="w-[96px] text-right!">
            Qty
          </th>
          <th scope="col" className="w-[150px] text-right!">
            Price
          </th>
          <th scope="col" className="max-md:hidden">
            Currency
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            isWrong={row.isChosen && problems.has(row.key)}
            onChange={(changes) => change(row.key, changes)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: Chosen;
  readonly isWrong: boolean;
  readonly onChange: (changes: Partial<Chosen>) => void;
}

function Row({ row, isWrong, onChange }: RowProps) {
  const { key, customer, beneficiary, currency, refusal, isChosen, quantity, unitPriceMinor } = row;
  const name = beneficiary?.name ?? customer;
  if (refusal !== null)
    return (
      <tr key={key} className="text-muted-foreground">
        <th scope="row" className="font-normal! text-muted-foreground!">
          <span className="pl-[26px]">{name}</span>
        </th>
        {beneficiary && <td className="max-md:hidden">{customer}</td>}
        <td colSpan={3} className="text-warning">
          {refusal}
        </td>
      </tr>
    );
  return (
    <tr className={isChosen ? 'on' : ''}>
      <th scope="row" className="max-md:whitespace-normal!">
        <Checkbox
          checked={isChosen}
          onChange={({ target }) => onChange({ isChosen: target.checked })}
          label={name}
        />
      </th>
      {beneficiary && <td className="text-muted-foreground max-md:hidden">{customer}</td>}
      <td>
        <Input
          size="sm"
          aria-label={`Quantity, ${name}`}
          aria-invalid={isWrong || undefined}
          className="fig text-right"
          inputMode="decimal"
          maxLength={16}
          value={quantity}
          onChange={({ target }) => onChange({ quantity: target.value })}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </td>
      <td>
        <MoneyInput
          size="sm"
          inColumn
          aria-label={`Price, ${name}, ${currency}`}
          aria-invalid={isWrong || undefined}
          currency={currency}
          amount={unitPriceMinor}
          onAmount={(amount) => onChange({ unitPriceMinor: amount })}
          placeholder="0.00"
        />
      </td>
      <td className="text-muted-foreground max-md:hidden">{currency}</td>
    </tr>
  );
}
