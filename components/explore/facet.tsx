import type { ReactNode } from 'react';
import { formatCount } from '@/lib/format';

/** A choice of a facet: how many items it would leave, and whether it is asked for. */
export interface FacetChoice {
  readonly name: string;
  readonly value: string;
  readonly label: ReactNode;
  readonly count: number;
  readonly isChosen: boolean;
}

interface FacetProps {
  readonly title: string;
  readonly choices: readonly FacetChoice[];
}

/** A group of boxes to tick, each with its count. Draws nothing when there is nothing to choose. */
export function Facet({ title, choices }: FacetProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset>
      <legend className="facet-title">{title}</legend>
      <ul>
        {choices.map(({ name, value, label, count, isChosen }) => (
          <li key={`${name} ${value}`}>
            <label className={`facet-choice ${isChosen ? 'text-foreground' : ''}`}>
              <input type="checkbox" className="check" name={name} value={value} defaultChecked={isChosen} />
              <span className="flex min-w-0 items-center gap-2 truncate">{label}</span>
              <span className="fig ml-auto pl-2 text-meta text-subtle">{formatCount(count)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
