import { CopyButton } from '@/components/ui/copy-button';

interface SecretNoteProps {
  /** What was made, in a sentence. */
  readonly message: string;
  /** What to do with it, now that it can be seen; by itself, to copy it. */
  readonly keep?: string;
  readonly secret: string;
  /** "link", "key". */
  readonly what: string;
}

/** A key or a link that was just made and can never be read again. */
export function SecretNote({
  message,
  keep = 'Copy it now: it is not shown again.',
  secret,
  what,
}: SecretNoteProps) {
  return (
    <div role="status" className="rounded-[10px] bg-positive-soft p-4">
      <p className="font-medium">
        {message} {keep}
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <code className="fig rounded-control border border-border-strong bg-card px-2.5 py-1.5 break-all">
          {secret}
        </code>
        <CopyButton text={secret} what={what} />
      </p>
    </div>
  );
}
