import { SubmitButton } from '@/components/ui/submit-button';
import { stopLooking } from './looking';

/** Says to staff whose portal they see, that nothing can be changed in it, and how to leave. */
export function LookingStrip({ customer }: { readonly customer: string }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 bg-warning-soft px-4 py-2 text-form text-warning print:hidden">
      <p className="font-medium">You see what {customer} sees. Nothing can be changed here.</p>
      <form action={stopLooking}>
        <SubmitButton variant="default" size="sm" className="max-md:h-11" pendingLabel="Leaving…">
          Stop looking
        </SubmitButton>
      </form>
    </div>
  );
}
