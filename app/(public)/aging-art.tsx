/** Widths of the segments of 15 made-up aging bars, in viewBox units, from not yet due to oldest. */
const BARS: readonly (readonly number[])[] = [
  [181, 108, 45, 35, 16],
  [168, 36, 38, 12, 13],
  [223, 55, 20, 18, 7],
  [106, 57, 24, 6, 8],
  [283, 68, 65, 22, 8],
  [80, 47, 18, 14, 6],
  [183, 40, 42, 13, 14],
  [244, 61, 23, 19, 8],
  [126, 68, 29, 8, 10],
  [261, 62, 59, 20, 7],
  [87, 51, 20, 16, 6],
  [196, 43, 45, 14, 15],
  [158, 39, 14, 12, 4],
  [178, 97, 42, 12, 15],
  [181, 42, 41, 13, 4],
];

const FILLS = ['fill-age-0', 'fill-age-1', 'fill-age-31', 'fill-age-61', 'fill-age-91'] as const;
const GAP = 3;

/** The picture beside the public pages: aging bars, fading to the edges. Decoration only. */
export function AgingArt() {
  return (
    <svg
      viewBox="0 0 640 900"
      preserveAspectRatio="xMidYMid slice"
      className="absolute inset-0 size-full"
      aria-hidden="true"
    >
      {BARS.map((bar, row) => (
        <g key={bar.join()} transform={`translate(64 ${70 + row * 54})`} opacity={opacityOf(row)}>
          <line x1={0} x2={512} y1={33} y2={33} className="stroke-border-strong" />
          {bar.map((width, i) => (
            <rect key={FILLS[i]} x={startOf(bar, i)} width={width} height={14} rx={3} className={FILLS[i]} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function startOf(bar: readonly number[], index: number): number {
  return bar.slice(0, index).reduce((sum, width) => sum + width + GAP, 0);
}

function opacityOf(row: number): number {
  const toEdge = Math.min(row, BARS.length - 1 - row);
  return toEdge < 2 ? 0.35 : toEdge < 4 ? 0.65 : 1;
}
