import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

/** What the file leaves open about its days and amounts. A part that is null is beyond doubt and not asked. */
export interface StyleQuestions {
  readonly dateOrder: 'mdy' | 'dmy';
  readonly decimal: 'point' | 'comma';
  /** A day of the file that could be read both ways, and whether nothing in the file settles it. */
  readonly dateExample: { readonly text: string; readonly isAsked: boolean } | null;
  readonly amountExample: { readonly text: string; readonly isAsked: boolean } | null;
}

/** How days and amounts are written, where that is a question. */
export function StyleFields({ dateOrder, decimal, dateExample, amountExample }: StyleQuestions) {
  return (
    <div className="grid max-w-[640px] gap-4 md:grid-cols-2">
      {dateExample ? (
        <Field name="dateOrder" label="Days are written" hint={dateHint(dateExample)}>
          {(control) => (
            <Select {...control} key={dateOrder} defaultValue={dateOrder}>
              <option value="mdy">Month first: 11/20/2026</option>
              <option value="dmy">Day first: 20/11/2026</option>
            </Select>
          )}
        </Field>
      ) : (
        <input type="hidden" name="dateOrder" value={dateOrder} />
      )}
      {amountExample ? (
        <Field name="decimal" label="Amounts are written" hint={amountHint(amountExample)}>
          {(control) => (
            <Select {...control} key={decimal} defaultValue={decimal}>
              <option value="point">With a point: 1,234.50</option>
              <option value="comma">With a comma: 1.234,50</option>
            </Select>
          )}
        </Field>
      ) : (
        <input type="hidden" name="decimal" value={decimal} />
      )}
    </div>
  );
}

function dateHint({ text, isAsked }: NonNullable<StyleQuestions['dateExample']>): string {
  return isAsked
    ? `The file does not say which: “${text}” could be read both ways. Please choose.`
    : `Read from the whole column, such as “${text}”.`;
}

function amountHint({ text, isAsked }: NonNullable<StyleQuestions['amountExample']>): string {
  return isAsked
    ? `The file does not say which: “${text}” could be read both ways. Please choose.`
    : `Read from the whole column, such as “${text}”.`;
}
