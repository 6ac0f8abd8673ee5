import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

/** Words of one's own above what a reminder says; `hint` tells where they stand. */
export function NoteField({ error, hint }: { readonly error: string | undefined; readonly hint: string }) {
  return (
    <Field name="note" label="A note of your own" error={error} hint={hint}>
      {(control) => <Textarea {...control} rows={2} maxLength={2_000} />}
    </Field>
  );
}
