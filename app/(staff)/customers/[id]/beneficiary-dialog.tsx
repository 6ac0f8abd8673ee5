'use client';
import { Plus, X } from 'lucide-react';
import type { Route } from 'next';
import { useState } from 'react';
import { RoutedDialog } from '@/components/forms/routed-dialog';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { BeneficiaryRecord } from '@/db/queries/catalogue';
import { saveBeneficiaries } from './beneficiary-actions';

interface BeneficiaryDialogProps {
  readonly customer: { readonly id: string; readonly name: string };
  readonly beneficiaries: readonly BeneficiaryRecord[];
  readonly requestId: string;
  readonly closeHref: Route;
}

type Row = Partial<Pick<BeneficiaryRecord, 'id' | 'name' | 'category' | 'birthYear'>> & {
  readonly key: string;
};

/** On whose behalf a customer is billed, changed as a whole: name, category, year of birth. */
export function BeneficiaryDialog({ customer, beneficiaries, requestId, closeHref }: BeneficiaryDialogProps) {
  const [rows, setRows] = useState<readonly Row[]>([
    ...beneficiaries.map((each) => ({ ...each, key: each.id })),
    ...(beneficiaries.length === 0 ? [{ key: '0' }] : []),
  ]);
  const [added, setAdded] = useState(1);
  return (
    <RoutedDialog
      title="Beneficiaries"
      about={customer.name}
      size="md"
      closeHref={closeHref}
      action={saveBeneficiaries}
      requestId={requestId}
      values={{ customerId: customer.id }}
      submitLabel="Save beneficiaries"
      pendingLabel="Saving…"
      fieldNames={rows.flatMap((_, i) => [`name${i}`, `birthYear${i}`])}
    >
      {(errorOf) => (
        <>
          <p className="text-muted-foreground">
            On whose behalf services are given. One that was billed for is kept, out of use, when it is
            removed.
          </p>
          {beneficiaries.map(({ id }) => (
            <input key={id} type="hidden" name="shown" value={id} />
          ))}
          <ol className="flex flex-col gap-2">
            {rows.map((row, i) => (
              <BeneficiaryRow
                key={row.key}
                row={row}
                number={i + 1}
                error={errorOf(`name${i}`) ?? errorOf(`birthYear${i}`)}
                onRemove={() => setRows(rows.filter((each) => each !== row))}
              />
            ))}
          </ol>
          <div>
            <Button
              size="sm"
              onClick={() => {
                setRows([...rows, { key: String(added) }]);
                setAdded(added + 1);
              }}
            >
              <Plus aria-hidden />
              Add a beneficiary
            </Button>
          </div>
        </>
      )}
    </RoutedDialog>
  );
}

interface BeneficiaryRowProps {
  readonly row: Row;
  readonly number: number;
  readonly error: string | undefined;
  readonly onRemove: () => void;
}

function BeneficiaryRow({ row, number, error, onRemove }: BeneficiaryRowProps) {
  const wrong = error ? true : undefined;
  return (
    <li>
      <input type="hidden" name="beneficiaryId" value={row.id ?? ''} />
      <div className="grid grid-cols-[1fr_1fr_96px_36px] gap-2 max-md:grid-cols-[1fr_1fr_36px]">
        <Input
          name="name"
          aria-label={`Name ${number}`}
          aria-invalid={wrong}
          placeholder="Name"
          maxLength={200}
          autoComplete="off"
          autoFocus={!row.name}
          defaultValue={row.name ?? ''}
          className="max-md:col-span-3"
        />
        <Input
          name="category"
          aria-label={`Category ${number}`}
          placeholder="Category"
          maxLength={100}
          autoComplete="off"
          defaultValue={row.category ?? ''}
        />
        <Input
          name="birthYear"
          aria-label={`Year of birth ${number}`}
          aria-invalid={wrong}
          placeholder="Born in"
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          defaultValue={row.birthYear ?? ''}
        />
        <Button icon variant="ghost" aria-label={`Remove ${row.name ?? `row ${number}`}`} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      </div>
      {error && <p className="mt-1 text-meta text-destructive">{error}</p>}
    </li>
  );
}
