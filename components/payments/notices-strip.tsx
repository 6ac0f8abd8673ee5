import Link from 'next/link';

/** Says that customers say they have paid, while that is so. */
export function NoticesStrip({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p className="flex items-center gap-2 border-b border-border bg-info-soft px-6 py-2 text-info max-md:px-4 print:hidden">
      <span className="font-medium">
        {count === 1
          ? 'One customer says that it has paid.'
          : `${count} transfers are on their way, customers say.`}
      </span>
      <Link href="/payments/notices" className="underline underline-offset-3">
        Confirm what arrived
      </Link>
    </p>
  );
}
