import { IMPORT_KINDS, type ImportKind } from '@/lib/import/fields';
import { KIND_HEADINGS } from '@/lib/import/words';

interface KindChoiceProps {
  readonly kind: ImportKind;
  readonly onChange: (kind: ImportKind) => void;
}

const HINTS: Readonly<Record<ImportKind, string>> = {
  customers: 'Names, codes, terms, addresses.',
  invoices: 'What was billed. Customers who are missing can be created on the way.',
  payments: 'What came in, and which invoices it pays.',
  'opening-balances': 'What was owed on the day you moved: a balance per customer, or each open invoice.',
};

/** What a file holds: one of four. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  return (
    <fieldset className="mt-3">
      <legend className="label">What does it hold?</legend>
      <div className="grid gap-2 md:grid-cols-2">
        {IMPORT_KINDS.map((each) => (
          <label
            key={each}
            className={`grid cursor-pointer grid-cols-[auto_1fr] content-start gap-x-2.5 rounded-[8px] border p-3 font-medium has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-ring ${each === kind ? 'border-primary bg-primary-soft' : 'border-border-strong hover:bg-card-2'}`}
          >
            <input
              type="radio"
              name="kind"
              value={each}
              checked={each === kind}
              onChange={() => onChange(each)}
              className="mt-0.5 size-4 accent-primary outline-none"
            />
            {KIND_HEADINGS[each]}
            <span className="col-start-2 text-meta font-normal text-muted-foreground">{HINTS[each]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
