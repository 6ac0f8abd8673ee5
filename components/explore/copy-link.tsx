'use client';
import { Check, Link as LinkIcon } from 'lucide-react';
import { useState } from 'react';

/** Puts the address of the page, with its filters, on the clipboard, and says that it is there. */
export function CopyLink() {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(location.href).then(() => setIsCopied(true));
  return (
    <button type="button" className="nav w-full max-md:h-11" onClick={copy}>
      {isCopied ? <Check aria-hidden /> : <LinkIcon aria-hidden />}
      <span aria-live="polite">{isCopied ? 'Link copied' : 'Copy link to this view'}</span>
    </button>
  );
}
