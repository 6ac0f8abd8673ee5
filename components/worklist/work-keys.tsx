'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useTransition } from 'react';
import { isFreeKey } from '@/components/keys';

interface WorkKeysProps {
  /** The customers after and before the one shown; null at either end. */
  readonly next: Route | null;
  readonly previous: Route | null;
  /** The customer's own page; null when nobody is shown. */
  readonly account: Route | null;
}

/** The keys of the worklist: J and K move, C goes to the call, P D Y M A T say how it went, N writes, R reminds, S or H snoozes, E ends for today, O opens; Escape leaves a field. While the next customer is on its way the last key waits for it. */
export function WorkKeys({ next, previous, account }: WorkKeysProps) {
  const router = useRouter();
  const [isGoing, startGoing] = useTransition();
  const waiting = useRef<string | null>(null);
  const deedFor = (key: string) => {
    const places: Readonly<Record<string, Route | null>> = { j: next, k: previous, o: account };
    const href = places[key];
    return href ? () => startGoing(() => router.push(href)) : deedOf(key);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') leaveField(event);
    if (!isFreeKey(event)) return;
    const key = event.key.toLowerCase();
    const deed = deedFor(key);
    if (!deed) return;
    event.preventDefault();
    if (isGoing) waiting.current = key;
    else deed();
  });
  const onArrival = useEffectEvent(() => {
    const key = waiting.current;
    waiting.current = null;
    if (key !== null) deedFor(key)?.();
  });
  useEffect(() => {
    if (!isGoing) onArrival();
  }, [isGoing]);
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    document.querySelector('[data-work-row][aria-current]')?.scrollIntoView({ block: 'nearest' });
  });
  return null;
}

/** Nobody types any more, so that keys are heard again; a dialog has its own Escape. */
function leaveField({ target }: KeyboardEvent): void {
  if (!(target instanceof HTMLElement) || target.closest('[role=dialog], [role=alertdialog]')) return;
  if (target.matches('input, select, textarea')) target.blur();
}

/** What a key does on the page as it is; null when it does nothing. */
function deedOf(key: string): (() => void) | null {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  if (key === 'c') return () => find('[data-outcome]')?.focus();
  if (key === 'n') return () => find('[data-work-note]')?.focus();
  if (key === 'r') return () => find('[data-work-remind]')?.click();
  if (key === 's' || key === 'h') return () => find('[data-work-snooze]')?.closest('button')?.click();
  if (key === 'e') return () => find('[data-work-done]')?.click();
  const card = /^[a-z]$/.test(key) ? find(`[data-outcome="${key}"]`) : null;
  if (!card) return null;
  return () => {
    card.click();
    // What was promised or contested has fields of its own, the first of which takes the focus.
    if (key !== 'p' && key !== 'd') find('#log-call textarea')?.focus();
  };
}
