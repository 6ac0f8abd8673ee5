'use client';
import type { ChangeEvent } from 'react';

interface AmountRangeProps {
  /** The amounts between the bars, from the lowest to the highest, as a person writes them. */
  readonly edges: readonly string[];
  /** Where the handles stand: indexes of edges. */
  readonly low: number;
  readonly high: number;
}

/** Two handles under the histogram, for arrow keys too: each writes its amount into the field below, an end means no limit. */
export function AmountRange({ edges, low, high }: AmountRangeProps) {
  const last = edges.length - 1;
  const write = (name: 'min' | 'max') => (event: ChangeEvent<HTMLInputElement>) => {
    const at = event.target.valueAsNumber;
    const field = event.target.form?.elements.namedItem(name);
    const isEnd = at === (name === 'min' ? 0 : last);
    if (field instanceof HTMLInputElement) field.value = isEnd ? '' : (edges[at] ?? '');
    event.target.setAttribute('aria-valuetext', isEnd ? 'No limit' : (edges[at] ?? ''));
  };
  return (
    <span className="range">
      <input
        type="range"
        className="range-handle"
        min={0}
        max={last}
        aria-label="At least, by the bars"
        aria-valuetext={low === 0 ? 'No limit' : edges[low]}
        defaultValue={low}
        onChange={write('min')}
      />
      <input
        type="range"
        className="range-handle"
        min={0}
        max={last}
        aria-label="At most, by the bars"
        aria-valuetext={high === last ? 'No limit' : edges[high]}
        defaultValue={high}
        onChange={write('max')}
      />
    </span>
  );
}
