import { type LogoFacts, logoHref, logoSize } from '@/lib/logo';

interface SellerMarkProps {
  readonly seller: string;
  /** Null: the first letter of its name stands for it. */
  readonly logo: LogoFacts | null;
  /** How large the letter is, and how round its square. */
  readonly className: string;
}

/** The largest that a picture becomes beside a name, in pixels. */
const BOX = { width: 150, height: 40 };

/** What stands before the name of the business: its picture on white, else a letter. The name is always beside it. */
export function SellerMark({ seller, logo, className }: SellerMarkProps) {
  if (!logo)
    return (
      <span
        aria-hidden
        className={`grid shrink-0 place-items-center bg-primary font-semibold text-primary-foreground ${className}`}
      >
        {seller.slice(0, 1).toUpperCase()}
      </span>
    );
  const { width, height } = logoSize(logo, BOX);
  return (
    // oxlint-disable-next-line next/no-img-element -- it is served as it is, small and kept by the browser
    <img
      src={logoHref(logo)}
      alt=""
      width={Math.round(width)}
      height={Math.round(height)}
      className="paper h-auto max-w-[40%] shrink-0 rounded-[3px] bg-card object-contain"
    />
  );
}
