'use client';
import { Link2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';

/** Copies the address of an invoice in the customer's portal, to be sent to whoever is to pay it. */
export function CopyPayLink({ href }: { readonly href: string }) {
  return (
    <Button
      size="sm"
      data-page-key="l"
      onClick={() => void copyText(href, 'pay link', 'Whoever opens it signs in first.')}
    >
      <Link2 aria-hidden />
      <span className="lg:hidden">Pay link</span>
      <span className="max-lg:hidden">Copy pay link</span>
    </Button>
  );
}
