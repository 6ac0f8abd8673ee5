import type { LineProblem } from '@/lib/bank/statement-line';
import { formatCount } from '@/lib/format';

/** Lines of the file that could not be read, each with what is wrong. Draws nothing when all could. */
export function UnreadLines({ problems }: { readonly problems: readonly LineProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <details className="border-b border-border bg-warning-soft px-6 py-2.5 text-warning max-md:px-4">
      <summary className="cursor-pointer">
        {formatCount(problems.length, 'line')} of the file could not be read and{' '}
        {problems.length === 1 ? 'is' : 'are'} not below.
      </summary>
      <ul className="mt-1.5 list-disc pl-5">
        {problems.map(({ position, problem }) => (
          <li key={`${position} ${problem}`}>{problem}</li>
        ))}
      </ul>
    </details>
  );
}
