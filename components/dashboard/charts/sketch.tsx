import { shareOf } from './scale';

/** A line over some places, or the band between two; null where there is nothing. */
interface SketchLine {
  readonly values: readonly (number | null)[];
  readonly color: string;
  readonly isDashed?: true;
}

interface SketchProps {
  /** Pixels that the chart keeps free around what it draws. */
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Of the axis, rising. */
  readonly lines: readonly number[];
  readonly columns?: readonly { readonly value: number | null; readonly color: string }[];
  /** Points stand in the middle of their places where there are columns, else the first and last at the edges. */
  readonly curves?: readonly SketchLine[];
}

/** A chart without words, drawn on the server: it stands until the library that draws it in full has come. */
export function Sketch({ margin, lines, columns = [], curves = [] }: SketchProps) {
  const count = Math.max(columns.length, ...curves.map(({ values }) => values.length), 1);
  const hasColumns = columns.length > 0;
  const across = (i: number) => (hasColumns ? (i + 0.5) / count : i / Math.max(1, count - 1));
  const down = (value: number) => 1 - shareOf(value, lines);
  return (
    <div aria-hidden className="relative h-full">
      <svg
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        className="absolute overflow-visible"
        style={{
          top: margin.top,
          left: margin.left,
          width: `calc(100% - ${margin.left + margin.right}px)`,
          height: `calc(100% - ${margin.top + margin.bottom}px)`,
        }}
      >
        {lines.map((value) => (
          <line
            key={value}
            x1={0}
            x2={1}
            y1={down(value)}
            y2={down(value)}
            stroke="var(--grid)"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {columns.map(({ value, color }, i) =>
          value === null ? null : (
            <rect
              key={`column ${i + 1}`}
              x={(i + 0.1) / count}
              width={0.8 / count}
              y={down(value)}
              height={1 - down(value)}
              fill={color}
            />
          ),
        )}
        {curves.map(({ values, color, isDashed }) => (
          <polyline
            key={color}
            points={values
              .flatMap((value, i) => (value === null ? [] : [`${across(i)},${down(value)}`]))
              .join(' ')}
            fill="none"
            stroke={color}
            strokeWidth={isDashed ? 1 : 2}
            strokeDasharray={isDashed ? '3 3' : undefined}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
    </div>
  );
}
