'use client';
import { useEffect } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { StaffRole } from '@/lib/actor';
import { giveRole } from './actions';

interface RoleFormProps {
  readonly membershipId: string;
  readonly role: StaffRole;
  readonly requestId: string;
}

/** What somebody of the staff may do. */
export function RoleForm({ membershipId, role, requestId }: RoleFormProps) {
  const { state, errorOf, form } = useForm(giveRole, { status: 'idle' });
  useEffect(() => {
    if (state.status === 'done') showToast({ message: state.message });
  }, [state]);
  return (
    <form {...form} className="flex max-w-[560px] flex-col gap-3">
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="membershipId" value={membershipId} />
      <div className="flex items-end gap-2">
        <Field name="role" label="Role" error={errorOf('role')} className="w-[260px]">
          {(control) => (
            <Select {...control} defaultValue={role}>
              <option value="admin">Admin: changes everything</option>
              <option value="manager">Manager: reads everything</option>
            </Select>
          )}
        </Field>
        <SubmitButton variant="default" className="h-9! max-md:h-11!" pendingLabel="Saving…">
          Save role
        </SubmitButton>
      </div>
      <FormMessage state={state.status === 'done' ? { status: 'idle' } : state} fields={['role']} />
    </form>
  );
}
