'use client';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SecretMade } from '@/components/settings/secret-made';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogFooter } from '@/components/ui/dialog-footer';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { invitePerson } from './actions';

interface InviteDialogProps {
  readonly requestId: string;
}

/** Invites somebody: the button, and what it opens. */
export function InviteDialog({ requestId }: InviteDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      title="Invite somebody"
      size="sm"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <>
          <UserPlus aria-hidden />
          Invite people
        </>
      }
      triggerClassName={buttonClass({ variant: 'primary', size: 'sm' })}
    >
      <InviteForm requestId={requestId} onClose={() => setIsOpen(false)} />
    </Dialog>
  );
}

const FIELDS = ['email', 'name', 'role', 'customer'];

function InviteForm({ requestId, onClose }: InviteDialogProps & { readonly onClose: () => void }) {
  const { state, errorOf, form } = useForm(invitePerson, { status: 'idle' });
  const [role, setRole] = useState('manager');
  if (state.status === 'done') return <SecretMade state={state} what="link" onClose={onClose} />;
  return (
    <form {...form} className="flex flex-1 flex-col">
      <input type="hidden" name="requestId" value={requestId} />
      <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
        <Field name="email" label="E-mail" error={errorOf('email')}>
          {(control) => <Input {...control} type="email" autoComplete="off" maxLength={254} />}
        </Field>
        <Field name="name" label="Name" hint="They can change it when they join." error={errorOf('name')}>
          {(control) => <Input {...control} autoComplete="off" maxLength={100} />}
        </Field>
        <Field name="role" label="They may" hint={HINTS[role]} error={errorOf('role')}>
          {(control) => (
            <Select {...control} value={role} onChange={(event) => setRole(event.target.value)}>
              <option value="manager">Read everything (manager)</option>
              <option value="admin">Change everything (administrator)</option>
              <option value="customer">See one customer’s account</option>
            </Select>
          )}
        </Field>
        {role === 'customer' && (
          <Field name="customer" label="Which customer: name or code" error={errorOf('customer')}>
            {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
          </Field>
        )}
        <FormMessage state={state} fields={FIELDS} />
      </div>
      <DialogFooter note="The link works for 7 days.">
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton pendingLabel="Inviting…">Invite</SubmitButton>
      </DialogFooter>
    </form>
  );
}

const HINTS: Readonly<Record<string, string>> = {
  manager: 'Sees and downloads all figures, and changes none.',
  admin: 'Posts, corrects, changes the settings and invites others.',
  customer: 'Sees what that customer owes in the portal, and nothing else.',
};
