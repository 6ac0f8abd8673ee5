'use client';
import { SecretDialog } from '@/components/settings/secret-dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { rotateKey } from './actions';

interface RotateKeyProps {
  readonly id: string;
  readonly name: string;
  readonly requestId: string;
}

/** Makes a new key in place of one, which works a while longer. */
export function RotateKey({ id, name, requestId }: RotateKeyProps) {
  return (
    <SecretDialog
      title={`A new key for ${name}`}
      trigger={
        <>
          Rotate<span className="sr-only"> the key of {name}</span>
        </>
      }
      words="The new key may do the same. Put it where the old one is before that one ends."
      action={rotateKey}
      values={{ id }}
      requestId={requestId}
      label="Make a new key"
    >
      <Field name="overlap" label="The old key works">
        {(control) => (
          <Select {...control} defaultValue="24">
            <option value="24">for another 24 hours</option>
            <option value="168">for another 7 days</option>
            <option value="0">no longer</option>
          </Select>
        )}
      </Field>
    </SecretDialog>
  );
}
