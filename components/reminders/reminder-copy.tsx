interface ReminderCopyProps {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
}

/** A reminder as it would go now: to whom, its subject, and the mail. */
export function ReminderCopy({ to, subject, html }: ReminderCopyProps) {
  return (
    <>
      <p className="break-words">
        To {to.name} <span className="text-muted-foreground">{to.address}</span>
      </p>
      <div>
        <p className="mb-1.5 font-medium">{subject}</p>
        <iframe
          title="The reminder as it looks"
          sandbox=""
          srcDoc={html}
          className="h-[340px] w-full rounded-panel border border-border bg-white"
        />
      </div>
    </>
  );
}
