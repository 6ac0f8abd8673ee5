/** The classes of a line on paper. */
export const PAPER_ROW = '[&>*]:border-t [&>*]:border-border [&>*]:py-2 [&>*]:align-top';

interface PaperHeadProps {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** The head of a table on paper: words at the left, amounts at the right. */
export function PaperHead({ left, right }: PaperHeadProps) {
  return (
    <thead>
      <tr className="text-muted-foreground [&>th]:pb-2 [&>th]:font-normal">
        {left.map((heading) => (
          <th key={heading} scope="col" className="text-left">
            {heading}
          </th>
        ))}
        {right.map((heading) => (
          <th key={heading} scope="col" className="text-right">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}
