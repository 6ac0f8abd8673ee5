import { CodeInput } from '@/components/ui/code-input';
import { Field } from '@/components/ui/field';

/** A code of one's second factor, which proves who asks. */
export function CodeField({ error }: { readonly error: string | undefined }) {
  return (
    <Field name="code" label="Code" hint="Of your authenticator, or a recovery code." error={error}>
      {(control) => <CodeInput {...control} />}
    </Field>
  );
}
