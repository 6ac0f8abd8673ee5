'use client';
import { Copy } from 'lucide-react';
import { Button } from './button';
import { copyText } from './copy-text';

interface CopyButtonProps {
  readonly text: string;
  /** In words, small: "reference". */
  readonly what: string;
}

/** Copies a text, and says so. */
export function CopyButton({ text, what }: CopyButtonProps) {
  return (
    <Button onClick={() => void copyText(text, what)} aria-label={`Copy the ${what}`} className="max-md:h-11">
      <Copy aria-hidden />
      Copy
    </Button>
  );
}
