'use client';
import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { NameForm } from '@/components/forms/name-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import { useRoutedDialog } from '@/components/ui/use-routed-dialog';
import type { Dashboard } from '@/db/queries/dashboards';
import type { FormState } from '@/lib/form-state';
import { type Params, withParams } from '@/lib/url';

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

interface ManageDialogProps {
  readonly dashboard: Dashboard;
  readonly rename: Action;
  /** Null when the person may not share. */
  readonly share: Action | null;
  readonly remove: Action;
  /** One for each of the three. */
  readonly requestIds: readonly [string, string, string];
  readonly params: Params;
}

/** The name of a dashboard, who sees it, and its end. */
export function ManageDialog(props: ManageDialogProps) {
  const { dashboard, rename, share, requestIds, params } = props;
  const { dashboardId, name } = dashboard;
  const { isOpen, close } = useRoutedDialog(withParams('/dashboard', params, { dialog: null }));
  return (
    <Dialog title="This dashboard" about={name} open={isOpen} onOpenChange={close} size="sm">
      {share && <ShareForm dashboard={dashboard} share={share} requestId={requestIds[1]} />}
      <RemoveForm {...props} />
      <NameForm
        values={{ dashboardId }}
        defaultName={name}
        action={rename}
        requestId={requestIds[0]}
        submitLabel="Save name"
        onClose={close}
        onDone={close}
      />
    </Dialog>
  );
}

const ROW = 'flex items-center justify-between gap-4 border-b border-border px-6 py-4 max-md:px-4';

interface ShareFormProps {
  readonly dashboard: Dashboard;
  readonly share: Action;
  readonly requestId: string;
}

function ShareForm({ dashboard: { dashboardId, isShared }, share, requestId }: ShareFormProps) {
  const [, submit, isPending] = useActionState(async (previous: FormState, form: FormData) => {
    const next = await share(previous, form);
    if (next.status !== 'idle' && next.status !== 'invalid')
      showToast({ message: next.message, isProblem: next.status !== 'done' });
    return next;
  }, IDLE);
  return (
    <form action={submit} className={ROW}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="dashboardId" value={dashboardId} />
      <input type="hidden" name="isShared" value={isShared ? 'no' : 'yes'} />
      <p className="text-muted-foreground">
        {isShared
          ? 'Everybody of the business sees it. Who has none of the own sees the first that is shared.'
          : 'Only you see it.'}
      </p>
      <Button type="submit" pending={isPending} className="shrink-0">
        {isShared ? 'Stop sharing' : 'Share'}
      </Button>
    </form>
  );
}

function RemoveForm({ dashboard, remove, requestIds, params }: ManageDialogProps) {
  const { dashboardId, name, isShared } = dashboard;
  const router = useRouter();
  return (
    <div className={ROW}>
      <p className="text-muted-foreground">Its widgets stay; only the arrangement goes.</p>
      <ConfirmForm
        title={`Delete the dashboard “${name}”?`}
        description={
          isShared
            ? 'It is gone for everybody who sees it. It cannot be undone.'
            : 'The arrangement is gone. It cannot be undone.'
        }
        trigger="Delete…"
        action={async (previous, form) => {
          const next = await remove(previous, form);
          if (next.status === 'done')
            router.replace(withParams('/dashboard', params, { dialog: null, d: null }));
          return next;
        }}
        values={{ dashboardId }}
        requestId={requestIds[2]}
        confirmLabel="Delete dashboard"
        pendingLabel="Deleting…"
      />
    </div>
  );
}

const IDLE: FormState = { status: 'idle' };
