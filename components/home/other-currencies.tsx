import Link from 'next/link';
import { type Params, withParams } from '@/lib/url';

interface OtherCurrenciesProps {
  readonly currencies: readonly string[];
  readonly current: string;
  readonly params: Params;
}

/** Says that more is owed in other currencies, which are never added up. Draws nothing when there is one currency. */
export function OtherCurrencies({ currencies, current, params }: OtherCurrenciesProps) {
  const others = currencies.filter((code) => code !== current);
  if (others.length === 0) return null;
  return (
    <p className="mt-4 text-muted-foreground">
      These figures are in {current}. You are also owed in{' '}
      {others.map((code, i) => (
        <span key={code}>
          {i > 0 && (i === others.length - 1 ? ' and ' : ', ')}
          <Link href={withParams('/', params, { currency: code })} className="link">
            {code}
          </Link>
        </span>
      ))}
      ; currencies are never added together.
    </p>
  );
}
