import { formatCount } from '@/lib/format';

interface CountRowProps {
  /** All that match, on all pages. */
  readonly count: number;
  readonly noun: string;
  readonly plural?: string;
}

/** The foot of a list whose rows do not add up: how many there are in all. */
export function CountRow({ count, noun, plural = `${noun}s` }: CountRowProps) {
  return (
    <tr>
      <th scope="row" colSpan={8}>
        {formatCount(count, noun, plural)}
      </th>
    </tr>
  );
}
