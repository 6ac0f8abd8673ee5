'use client';
import { Link2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';

/** Copies the address of an invoice in the customer's portal, to be sent to whoever is to pay it. */
export function CopyPayLink({ href, className }: { readonly href: string; readonly className?: string }) {
  return (
    <Button
      size="sm"
      data-page-key="l"
      className={className}
      onClick={() => void copyText(href, 'pay link', 'Whoever opens it signs in first.')}
    >
      <Link2 aria-hidden />
      Copy pay link
    </Button>
  );
}
