'use client';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/form-state';
import { isFreeKey } from '../keys';

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** What can be done at the desk. */
interface DeskActions {
  readonly acceptExact: FormAction;
  readonly acceptLine: FormAction;
  readonly bookLine: FormAction;
  readonly ignoreLine: FormAction;
  readonly sameAsPayment: FormAction;
  readonly returnPayment: FormAction;
  readonly undoBatch: FormAction;
  readonly undoLine: FormAction;
}

/** One deed: which, what the action takes, and the line that it is about. */
export interface Deed {
  readonly do: keyof DeskActions;
  readonly fields: Readonly<Record<string, string>>;
  readonly lineId?: string;
}

interface DeskControl {
  /** Does it, says what came of it, and answers that. */
  readonly run: (deed: Deed) => Promise<FormState>;
  /** Lines, and "exact" for all exact ones, that the server works on. */
  readonly pending: ReadonlySet<string>;
}

const DeskContext = createContext<DeskControl | null>(null);

/** The desk around a control. @throws Error outside of one. */
export function useDesk(): DeskControl {
  const desk = use(DeskContext);
  if (!desk) throw new Error('there is no desk around this control');
  return desk;
}

interface DeskProps {
  readonly actions: DeskActions;
  /** Names the lines on screen; when it changes after something was done, the next line gets the focus. */
  readonly version: string;
  readonly children: ReactNode;
}

/**
 * Books lines without leaving the page. A row is marked `data-line`, its first control `data-line-main`, other controls with the key
 * that presses them, `data-desk-key`. J and K move between the rows; Enter is the browser's own on the control that has the focus.
 */
export function Desk({ actions, version, children }: DeskProps) {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const next = useRef<string | null>(null);
  const run = useCallback(
    async ({ do: name, fields, lineId }: Deed): Promise<FormState> => {
      const id = lineId ?? name;
      next.current = lineId === undefined ? '' : focusAfter(lineId);
      setPending((before) => new Set([...before, id]));
      const state = await actions[name](IDLE, formOf(fields)).catch(() => UNREACHED);
      setPending((before) => new Set([...before].filter((each) => each !== id)));
      sayIt(state, name.startsWith('undo') ? undefined : actions.undoBatch);
      return state;
    },
    [actions],
  );
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version || next.current === null) return;
    seen.current = version;
    const wanted = mainOf(next.current);
    next.current = null;
    if (document.activeElement === document.body) wanted?.focus();
  }, [version]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isFreeKey(event)) return;
    const target = controlFor(event.key);
    if (!target) return;
    event.preventDefault();
    if (target.press) target.control.click();
    else target.control.focus();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const control = useMemo(() => ({ run, pending }), [run, pending]);
  return <DeskContext value={control}>{children}</DeskContext>;
}

const IDLE: FormState = { status: 'idle' };
/** The answer never came: whether it was booked is seen after a reload, and pressing again books nothing twice. */
const UNREACHED: FormState = {
  status: 'failed',
  message:
    'No answer came. Reload the page to see whether it was done, or press again: nothing is done twice.',
};
const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** What a key means here: the control to press, or the row to go to. */
function controlFor(key: string): { control: HTMLElement; press: boolean } | null {
  const focused = document.activeElement;
  const row = focused?.closest('[data-line]') ?? null;
  const step = STEPS[key];
  if (step) {
    const rows = [...document.querySelectorAll('[data-line]')];
    const to = rows[row ? rows.indexOf(row) + step : 0];
    const main = to?.querySelector<HTMLElement>('[data-line-main]');
    return main ? { control: main, press: false } : null;
  }
  if (key === '/') {
    const search = document.querySelector<HTMLElement>('[data-table-search]');
    return search && { control: search, press: false };
  }
  const named = `[data-desk-key="${CSS.escape(key.toLowerCase())}"]`;
  const control =
    row?.querySelector<HTMLElement>(named) ??
    document.querySelector<HTMLElement>(`${named}:not([data-line] *)`);
  return control && { control, press: true };
}

/** Moves the focus from a line that is being dealt with to the next one that waits; answers its id, '' for the first. */
function focusAfter(lineId: string): string {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-line]')];
  const at = rows.findIndex((row) => row.dataset.line === lineId);
  const waits = (row: HTMLElement) => row.dataset.state === 'open' && row.dataset.line !== lineId;
  const following = rows.slice(at + 1).find(waits) ?? rows.slice(0, Math.max(0, at)).findLast(waits);
  following?.querySelector<HTMLElement>('[data-line-main]')?.focus();
  return following?.dataset.line ?? '';
}

/** The first control of a line, or of the first line that waits. */
function mainOf(lineId: string): HTMLElement | null {
  const row = lineId === '' ? '[data-line][data-state="open"]' : `[data-line="${CSS.escape(lineId)}"]`;
  return document.querySelector<HTMLElement>(`${row} [data-line-main]`);
}

function sayIt(state: FormState, undo: FormAction | undefined): void {
  if (state.status === 'done') {
    const { id, message } = state;
    showToast({ message, ...(id && undo ? { undo: () => undo(IDLE, formOf({ batchId: id })) } : {}) });
  } else if (state.status === 'invalid')
    showToast({ message: Object.values(state.fields).flat()[0] ?? 'That cannot be saved.', isProblem: true });
  else if (state.status !== 'idle') showToast({ message: state.message, isProblem: true });
}

function formOf(fields: Deed['fields']): FormData {
  const form = new FormData();
  form.set('requestId', crypto.randomUUID());
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
