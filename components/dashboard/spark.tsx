const [WIDTH, HEIGHT, EDGE] = [56, 18, 2];

interface SparkProps {
  /** In order; null where there was none. */
  readonly values: readonly (number | null)[];
  /** The color, as a class of `stroke` and `fill` by `currentColor`. */
  readonly className?: string;
}

/** How a figure went, as a line without axes: decoration beside the figure. Draws nothing of fewer than two values. */
export function Spark({ values, className = 'text-subtle' }: SparkProps) {
  const known = values.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const [low, high] = [
    Math.min(...known.map(({ value }) => value)),
    Math.max(...known.map(({ value }) => value)),
  ];
  if (known.length < 2) return null;
  const points = known.map(({ value, i }) => ({
    x: EDGE + (i * (WIDTH - 2 * EDGE)) / (values.length - 1),
    y: high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) * (HEIGHT - 2 * EDGE)) / (high - low),
  }));
  const last = points.at(-1);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      className={`inline-block shrink-0 align-middle ${className}`}
    >
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      {last && <circle cx={last.x} cy={last.y} r="2" fill="currentColor" />}
    </svg>
  );
}
