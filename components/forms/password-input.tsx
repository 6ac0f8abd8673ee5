'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { Control } from '@/components/ui/field';

interface PasswordInputProps extends Control {
  readonly autoComplete: 'current-password' | 'new-password';
  readonly className?: string;
}

/** A password, with a button that shows what was typed. Paste and password managers work. */
export function PasswordInput({ autoComplete, className = '', ...control }: PasswordInputProps) {
  const [isShown, setShown] = useState(false);
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <span className={`field ${className}`}>
      <input
        {...control}
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
      />
      {hydrated && (
        <button
          type="button"
          aria-label="Show password"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          className="-mr-2 grid size-8 shrink-0 place-items-center rounded-control text-subtle hover:text-foreground"
        >
          {isShown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
        </button>
      )}
    </span>
  );
}

function never(): () => void {
  return () => {};
}
