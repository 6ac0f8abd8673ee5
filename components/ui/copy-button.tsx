'use client';
import { Copy } from 'lucide-react';
import { Button } from './button';
import { showToast } from './toast';

interface CopyButtonProps {
  readonly text: string;
  /** In words, small: "reference". */
  readonly what: string;
}

/** Copies a text, and says so. Where the browser does not let it, it says that too. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      showToast({ message: `Copied the ${what}.` });
    } catch {
      showToast({
        message: `Your browser did not copy the ${what}. Select it and copy it by hand.`,
        isProblem: true,
      });
    }
  };
  return (
    <Button onClick={() => void copy()} aria-label={`Copy the ${what}`} className="max-md:h-11">
      <Copy aria-hidden />
      Copy
    </Button>
  );
}
