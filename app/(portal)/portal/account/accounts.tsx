'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { switchAccount } from './actions';

interface Account {
  readonly membershipId: string;
  readonly seller: string;
  readonly customer: string;
}

/** Further accounts of the same login, each with a button that goes there. */
export function Accounts({ others }: { readonly others: readonly Account[] }) {
  return (
    <ul className="divide-y divide-border border-y border-border">
      {others.map((account) => (
        <li key={account.membershipId}>
          <Other account={account} />
        </li>
      ))}
    </ul>
  );
}

function Other({ account: { membershipId, seller, customer } }: { readonly account: Account }) {
  const { state, form } = useForm(switchAccount, { status: 'idle' });
  return (
    <form {...form} className="flex flex-wrap items-center gap-4 py-3">
      <input type="hidden" name="membershipId" value={membershipId} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{customer}</span>
        <span className="block text-body text-muted-foreground">with {seller}</span>
      </span>
      <SubmitButton variant="default" className="max-md:h-11" aria-label={`Go to ${customer}`}>
        Go there
      </SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
