'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useRef, useTransition } from 'react';
import { route, withParams } from '@/lib/url';

interface ExploreFrameProps {
  /** What the results depend on: when it changes, the fields show what it says. */
  readonly address: string;
  readonly rail: ReactNode;
  readonly children: ReactNode;
}

const WAIT_MS = 250;
const PATH = route('/explore');

/**
 * The filters beside what they leave. Without JavaScript a plain form; with it a change applies at once, text after a short rest,
 * and the old rows stay, faded, until the new ones are there. On a phone the filters are a sheet.
 */
export function ExploreFrame({ address, rail, children }: ExploreFrameProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const apply = () => {
    clearTimeout(timer.current);
    if (!form.current) return;
    const href = addressOf(form.current);
    startTransition(() => router.replace(href, { scroll: false }));
  };
  const onChange = ({ target }: FormEvent<HTMLFormElement>) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    // The text of the picker is no filter: its choice is.
    if (target.getAttribute('role') === 'combobox') return;
    clearTimeout(timer.current);
    const isTyped = target.type === 'text' || target.type === 'search' || target.type === 'range';
    if (isTyped) timer.current = setTimeout(apply, WAIT_MS);
    else apply();
  };
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.pathname !== PATH || link.hasAttribute('download') || isModified(event)) return;
    event.preventDefault();
    startTransition(() => router.push(route(link.pathname + link.search), { scroll: false }));
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  // A chip, a link or going back changes the address under fields that React leaves as they were typed.
  const shown = useRef(address);
  useEffect(() => {
    if (isPending || shown.current === address) return;
    shown.current = address;
    if (form.current) showDefaults(form.current);
  }, [address, isPending]);
  return (
    <div className="explore" data-pending={isPending} onClickCapture={onClick}>
      <aside id="filters" popover="auto" aria-label="Filters" className="explore-rail">
        <form
          ref={form}
          action={PATH}
          onChange={onChange}
          onSubmit={(event) => {
            event.preventDefault();
            apply();
          }}
        >
          {rail}
        </form>
      </aside>
      <div className="explore-results" aria-busy={isPending}>
        {children}
      </div>
    </div>
  );
}

function addressOf(form: HTMLFormElement) {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim() !== '') (params[name] ??= []).push(value);
  return withParams(PATH, params, {});
}

/** Puts every field back to what the page came with, but the one that somebody types into. */
function showDefaults(form: HTMLFormElement): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement) || field.getAttribute('role') === 'combobox') continue;
    if (field.type === 'checkbox') field.checked = field.defaultChecked;
    else if (field !== document.activeElement && field.type !== 'hidden') field.value = field.defaultValue;
  }
}

function isModified({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
}
