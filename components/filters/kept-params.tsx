import type { Params } from '@/lib/url';

interface KeptParamsProps {
  readonly params: Params;
  /** What the form asks for itself, or what no longer holds. */
  readonly except: readonly string[];
}

/** The parameters of a page as hidden fields of a form that asks for the page again. */
export function KeptParams({ params, except }: KeptParamsProps) {
  const kept = Object.entries(params).filter(([name]) => !except.includes(name));
  const pairs = kept.flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each] as const));
  return pairs.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}
