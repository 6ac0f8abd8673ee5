const CLASSES = ['bg-age-0', 'bg-age-1', 'bg-age-31', 'bg-age-61', 'bg-age-91', 'bg-age-121'] as const;

/**
 * The background class of an aging bucket: index 0 is Current, the last is the oldest. Up to six buckets take the
 * six colours in order; more share them, still from calm to alarm.
 */
export function ageClass(index: number, buckets: number): (typeof CLASSES)[number] {
  const step =
    buckets <= CLASSES.length || index === 0 ? index : 1 + Math.round(((index - 1) * 4) / (buckets - 2));
  return CLASSES[step] ?? CLASSES[5];
}

/** The color of the same bucket, for what takes no class: a chart. */
export function ageColor(index: number, buckets: number): string {
  return ageClass(index, buckets).replace('bg-', 'var(--') + ')';
}
