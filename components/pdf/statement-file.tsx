import type { StatementPaper } from '@/db/queries/statement-paper';
import { File } from './frame';
import { layStatement, StatementSheets, statementDays } from './statement-sheets';

interface StatementFileProps {
  readonly content: StatementPaper;
  readonly madeAt: Date;
}

/** What a customer is told of its account, as a file: what is unpaid, or what happened from day to day. */
export function StatementFile({ content, madeAt }: StatementFileProps) {
  const title = `Statement of account, ${statementDays(content).toLowerCase()}`;
  return (
    <File title={title} author={content.seller} madeAt={madeAt}>
      <StatementSheets content={content} layout={layStatement(content)} />
    </File>
  );
}
