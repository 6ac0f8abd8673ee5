import { CopyButton } from '@/components/ui/copy-button';

interface SecretNoteProps {
  /** What was made, in a sentence. */
  readonly message: string;
  readonly secret: string;
}

/** A key or a link that was just made and can never be read again. */
export function SecretNote({ message, secret }: SecretNoteProps) {
  return (
    <div role="status" className="rounded-[10px] bg-positive-soft p-4">
      <p className="font-medium">{message} Copy it now: it is not shown again.</p>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <code className="fig rounded-control border border-border-strong bg-card px-2.5 py-1.5 break-all">
          {secret}
        </code>
        <CopyButton text={secret} />
      </p>
    </div>
  );
}
