import type { Route } from 'next';
import { Segmented } from '@/components/ui/segmented';

interface MailCopyProps {
  /** Null until the mail was written. */
  readonly html: string | null;
  readonly plain: string | null;
  readonly isPlain: boolean;
  readonly htmlHref: Route;
  readonly plainHref: Route;
}

/** A mail as it looks where it arrives. It runs nothing and opens nothing here: its frame is locked. */
export function MailCopy({ html, plain, isPlain, htmlHref, plainHref }: MailCopyProps) {
  if (html === null || plain === null)
    return (
      <p className="text-muted-foreground">
        It is written when it goes out, with the figures of that moment.
      </p>
    );
  return (
    <>
      <div>
        <Segmented
          label="Show"
          options={[
            { label: 'As it looks', href: htmlHref, isCurrent: !isPlain },
            { label: 'As plain text', href: plainHref, isCurrent: isPlain },
          ]}
        />
      </div>
      {isPlain ? (
        <pre className="panel overflow-x-auto p-4 font-sans whitespace-pre-wrap break-words">{plain}</pre>
      ) : (
        <iframe
          title="The mail as it looks"
          sandbox=""
          srcDoc={html}
          className="h-[760px] w-full rounded-panel border border-border bg-white"
        />
      )}
    </>
  );
}
