import { FormMessage } from '@/components/forms/form-message';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog-footer';
import type { FormState } from '@/lib/form-state';
import { SecretNote } from './secret-note';

interface SecretMadeProps {
  /** The answer; its secret is there the first time alone. */
  readonly state: Extract<FormState, { readonly status: 'done' }> & { readonly secret?: string };
  /** "link", "secret". */
  readonly what: string;
  readonly onClose: () => void;
}

/** What a dialog shows once it has made a secret. */
export function SecretMade({ state, what, onClose }: SecretMadeProps) {
  return (
    <>
      <div className="px-6 py-5 max-md:px-4">
        {state.secret ? (
          <SecretNote message={state.message} secret={state.secret} what={what} />
        ) : (
          <FormMessage state={state} />
        )}
      </div>
      <DialogFooter>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}
