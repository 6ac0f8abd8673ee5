import { RefreshCw } from 'lucide-react';
import { DeedForm } from '@/components/forms/deed-form';
import { syncNow } from './actions';

/** Reads what changed in the other books now. */
export function SyncNow({ requestId }: { readonly requestId: string }) {
  return (
    <DeedForm action={syncNow} values={{}} requestId={requestId} variant="primary">
      <RefreshCw aria-hidden />
      Sync now
    </DeedForm>
  );
}
