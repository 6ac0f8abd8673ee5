/** Says that no mail leaves, and why. */
export function KeptStrip({ isSample }: { readonly isSample: boolean }) {
  return (
    <p role="status" className="border-b border-border bg-info-soft px-6 py-2 text-info max-md:px-4">
      {isSample
        ? 'These are sample books: mails are kept here to be read, and none leaves.'
        : 'No mail server is set up (SMTP_URL): mails are kept here to be read, and none leaves.'}
    </p>
  );
}
