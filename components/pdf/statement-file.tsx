import type { StatementPaper } from '@/db/queries/statement-paper';
import type { LogoFile } from '@/lib/logo';
import { File } from './frame';
import { layStatement, StatementSheets, statementDays } from './statement-sheets';

interface StatementFileProps {
  readonly content: StatementPaper;
  /** The picture of the business; null for none. */
  readonly logo: LogoFile | null;
  readonly madeAt: Date;
}

/** What a customer is told of its account, as a file: what is unpaid, or what happened from day to day. */
export function StatementFile({ content, logo, madeAt }: StatementFileProps) {
  const title = `Statement of account, ${statementDays(content).toLowerCase()}`;
  return (
    <File title={title} author={content.seller} madeAt={madeAt}>
      <StatementSheets content={content} logo={logo} layout={layStatement(content)} />
    </File>
  );
}
