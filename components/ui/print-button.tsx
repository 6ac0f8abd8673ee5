'use client';
import { Printer } from 'lucide-react';
import { Button } from './button';

/** Opens the browser's print dialog on this page. */
export function PrintButton({ className = '' }: { readonly className?: string }) {
  return (
    <Button size="sm" className={className} onClick={() => window.print()}>
      <Printer aria-hidden />
      Print
    </Button>
  );
}
