'use client';
import { RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { FocusWhenGone } from '@/components/focus-when-gone';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Page } from '@/components/shell/page';
import { Button, ButtonLink } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { PlacedWidget, WidgetId } from '@/lib/domain/dashboard-layout';
import type { FormState } from '@/lib/form-state';
import { formatCount } from '@/lib/format';
import { type Params, withParams } from '@/lib/url';
import { ArrangeGrid } from './arrange-grid';
import { Tray } from './tray';
import { useDraft } from './use-draft';
import { useLeaving } from './use-leaving';

/** What is arranged, and what saving it does. */
export interface EditorProps {
  /** Null when saving makes a dashboard of the person's own: the standard one, or somebody else's. */
  readonly dashboardId: string | null;
  readonly name: string;
  readonly version: number;
  /** What unsaved changes are kept under: the dashboard and its version. */
  readonly of: string;
  readonly layout: readonly PlacedWidget[];
  /** What can be put on a dashboard, in the order in which it is offered. */
  readonly offered: readonly WidgetId[];
  /** The layout that “Reset to default” gives. */
  readonly standard: readonly PlacedWidget[];
  /** The widgets of the layout as they are shown. */
  readonly contents: Readonly<Partial<Record<WidgetId, ReactNode>>>;
  readonly save: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly requestId: string;
  /** The parameters of the page. */
  readonly params: Params;
}

const FORM = 'arrange';

/** The dashboard while it is arranged: nothing is saved until all of it is, and then at once. */
export function Editor(props: EditorProps) {
  const { dashboardId, name, version, contents, requestId, params } = props;
  const draft = useDraft(props);
  const leaving = useLeaving({ draft, of: props.of, params });
  const { state, form, pending } = useSave(props, leaving.saved);
  const isRefused = state.status === 'refused' || state.status === 'failed';
  return (
    <Page
      title={`Editing “${name}”`}
      actions={
        <>
          <span className="fig text-meta text-subtle max-lg:sr-only">
            {formatCount(draft.changes, 'unsaved change')}
          </span>
          <Button
            variant="ghost"
            size="sm"
            onClick={draft.reset}
            className="max-md:h-11! max-md:w-11! max-md:px-0!"
          >
            <RotateCcw aria-hidden />
            <span className="max-md:sr-only">Reset to default</span>
          </Button>
          <ButtonLink
            href={withParams('/dashboard', params, { edit: null })}
            onNavigate={leaving.cancelled}
            size="sm"
            className="max-md:h-11!"
          >
            Cancel
          </ButtonLink>
          <Button
            type="submit"
            form={FORM}
            variant="primary"
            size="sm"
            pending={pending}
            autoFocus
            className="max-md:h-11!"
          >
            {pending ? 'Saving…' : 'Save layout'}
            {draft.changes > 0 && (
              <span aria-hidden className="fig lg:hidden">
                ({draft.changes})
              </span>
            )}
          </Button>
          <FocusWhenGone to={['[data-edit-layout]']} />
        </>
      }
    >
      <form {...form} id={FORM} className="contents">
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="dashboardId" value={dashboardId ?? ''} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="layout" value={JSON.stringify(draft.layout)} />
      </form>
      {draft.isResumed && (
        <div
          role="status"
          className="flex flex-wrap items-center gap-3 border-b border-border bg-warning-soft px-5 py-2.5"
        >
          {formatCount(draft.changes, 'change')} that you did not save before.
          <Button size="sm" onClick={draft.restart} className="max-md:h-11!">
            Start from what is saved
          </Button>
        </div>
      )}
      {isRefused && (
        <div className="flex flex-wrap items-center gap-3 border-b border-border px-5 py-3">
          <FormMessage state={state} />
          <Button size="sm" onClick={() => location.reload()} className="max-md:h-11!">
            Reload
          </Button>
        </div>
      )}
      <div className="flex min-h-0 flex-1 max-lg:flex-col">
        <ArrangeGrid draft={draft} contents={contents} />
        <Tray draft={draft} offered={props.offered} />
      </div>
    </Page>
  );
}

/** Sends the layout, and goes to the dashboard that has it. */
function useSave({ save, params }: EditorProps, saved: () => void) {
  const router = useRouter();
  return useForm(async (previous: FormState, data: FormData) => {
    const next = await save(previous, data);
    if (next.status === 'done') {
      saved();
      showToast({ message: next.message });
      router.push(withParams('/dashboard', params, { edit: null, d: next.id ?? null }));
    }
    return next;
  }, IDLE);
}

const IDLE: FormState = { status: 'idle' };
