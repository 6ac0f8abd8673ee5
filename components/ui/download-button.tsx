'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { buttonClass } from './button';
import { showToast } from './toast';

interface DownloadButtonProps {
  /** Where the file is made. */
  readonly href: string;
  readonly label: string;
  readonly className?: string;
}

/**
 * Fetches a file that takes a while to make: says so meanwhile, and how it went. Without scripts it is the plain link that it
 * looks like.
 */
export function DownloadButton({ href, label, className }: DownloadButtonProps) {
  const [isRunning, setRunning] = useState(false);
  const fetchFile = async () => {
    setRunning(true);
    try {
      showToast(await saved(href));
    } catch {
      showToast({ message: 'The file could not be fetched. Try again.', isProblem: true });
    } finally {
      setRunning(false);
    }
  };
  return (
    <a
      href={href}
      download
      aria-disabled={isRunning}
      aria-busy={isRunning}
      className={buttonClass({ size: 'sm' }, className)}
      onClick={(event) => {
        // With a modifier the browser does what it does with any link.
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        if (!isRunning) void fetchFile();
      }}
    >
      <Download aria-hidden />
      {isRunning ? 'Preparing…' : label}
    </a>
  );
}

/** Saves what the server answers, and says what happened. */
async function saved(href: string): Promise<{ message: string; detail?: string; isProblem?: boolean }> {
  const response = await fetch(href);
  const type = response.headers.get('content-type') ?? '';
  const isWords = type.startsWith('text/plain');
  if (!response.ok) {
    const message = isWords ? await response.text() : 'The file could not be made. Try again in a moment.';
    return { message, isProblem: true };
  }
  if (isWords) return { message: await response.text() };
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  if (!name) return { message: 'You were signed out. Sign in and try again.', isProblem: true };
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: name }).click();
  // Once the browser has begun to save it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { message: `Downloaded ${name}.` };
}
