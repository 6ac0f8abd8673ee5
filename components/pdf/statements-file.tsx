import type { StatementPapers } from '@/db/queries/statement-papers';
import { formatCount, formatDay } from '@/lib/format';
import { File } from './frame';
import { layStatement, StatementSheets } from './statement-sheets';

interface StatementsFileProps {
  readonly content: StatementPapers;
  readonly madeAt: Date;
  readonly onPages?: ((total: number) => void) | undefined;
  readonly onPage?: (() => void) | undefined;
}

/** Statements of many customers in one file, each with pages of its own that are counted by themselves. */
export function StatementsFile({ content, madeAt, onPages, onPage }: StatementsFileProps) {
  const { papers, logo, filters } = content;
  const laid = papers.map((paper) => ({ paper, layout: layStatement(paper) }));
  onPages?.(laid.reduce((sum, { layout }) => sum + layout.pages.length, 0));
  const title = `${formatCount(papers.length, 'statement')} of account, ${formatDay(filters.to, { month: 'long' })}`;
  return (
    <File title={title} author={papers[0]?.seller ?? ''} madeAt={madeAt}>
      {laid.map(({ paper, layout }) => (
        <StatementSheets
          key={`${paper.customer} ${paper.code} ${paper.currency}`}
          content={paper}
          logo={logo}
          layout={layout}
          onPage={onPage}
        />
      ))}
    </File>
  );
}
