import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

interface EmailFieldProps {
  readonly error: string | undefined;
  /** What was typed before the form came back; undefined the first time. */
  readonly typed: string | undefined;
}

/** The address that somebody signs in with, in a form of whoever is not signed in. */
export function EmailField({ error, typed }: EmailFieldProps) {
  return (
    <Field name="email" label="E-mail" error={error}>
      {(control) => (
        <Input
          {...control}
          type="email"
          size="lg"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={typed}
        />
      )}
    </Field>
  );
}
