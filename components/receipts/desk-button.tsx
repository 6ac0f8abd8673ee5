'use client';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { type Deed, useDesk } from './desk';

interface DeskButtonProps {
  readonly deed: Deed;
  /** The key that presses it while the focus is in its row, or anywhere when it stands in none. */
  readonly deskKey?: string;
  /** It is the first control of its row. */
  readonly isMain?: boolean;
  readonly variant?: 'default' | 'primary' | 'ghost';
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that does something at the desk. */
export function DeskButton({ deed, deskKey, isMain, variant, label, className, children }: DeskButtonProps) {
  const { run, pending } = useDesk();
  return (
    <Button
      size="sm"
      {...(variant ? { variant } : {})}
      {...(className ? { className } : {})}
      pending={pending.has(deed.lineId ?? deed.do)}
      aria-label={label}
      data-desk-key={deskKey}
      data-line-main={isMain ? '' : undefined}
      onClick={() => void run(deed)}
    >
      {children}
    </Button>
  );
}
