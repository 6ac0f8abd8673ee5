import { ageClass } from './age-class';

/** The coloured dot of an aging bucket: `index` 0 is Current, of `buckets` in all. Decoration: a label stands beside it. */
export function BucketDot({ index, buckets = 6 }: { readonly index: number; readonly buckets?: number }) {
  return <span aria-hidden className={`dot ${ageClass(index, buckets)}`} />;
}
