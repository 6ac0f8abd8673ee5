import type { QrSquares } from '@/lib/domain/qr-code';

const QUIET = 4;

interface QrPictureProps {
  /** What it is, for who cannot see it. */
  readonly label: string;
  readonly squares: QrSquares;
}

/** A QR code as a drawing: dark on light in both themes, with the quiet zone that readers need. */
export function QrPicture({ label, squares }: QrPictureProps) {
  const size = squares.length + QUIET * 2;
  const path = squares
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="paper size-[196px] rounded-control border border-border bg-card text-foreground"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
