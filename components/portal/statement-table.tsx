import type { ReactNode } from 'react';
import type { StatementPaper } from '@/db/queries/statement-paper';
import { daysPastDue } from '@/lib/domain/aging';
import { KIND_NAMES } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { formatColumn, formatDay } from '@/lib/format';

/** A statement on screen: the same lines as its file. A phone shows two lines a row. */
export function StatementTable({ content }: { readonly content: StatementPaper }) {
  return content.kind === 'activity' ? <Happened content={content} /> : <Unpaid content={content} />;
}

type Activity = Extract<StatementPaper, { kind: 'activity' }>;
type OpenItems = Extract<StatementPaper, { kind: 'open-item' }>;

function Happened({ content: { found, currency, asOf, from } }: { readonly content: Activity }) {
  const column = (amount: Minor) => formatColumn(amount, currency);
  return (
    <Frame caption="What happened" heads={['Day and document', `Amount, ${currency}`, 'Balance']}>
      <Row words="Opening balance" below={formatDay(from)} amounts={['', column(found.openingMinor)]} />
      {found.lines.map((line) => (
        <Row
          key={line.documentId}
          words={`${KIND_NAMES[line.kind]} ${line.number}${line.reversesNumber ? `, takes back ${line.reversesNumber}` : ''}`}
          below={formatDay(line.documentDate)}
          amounts={[column(line.amountMinor), column(line.balanceMinor)]}
        />
      ))}
      <Row
        words="Closing balance"
        below={formatDay(asOf)}
        amounts={['', column(found.closingMinor)]}
        isTotal
      />
    </Frame>
  );
}

function Unpaid({ content: { found, currency, asOf } }: { readonly content: OpenItems }) {
  const column = (amount: Minor) => formatColumn(amount, currency);
  const late = (days: number) => (days > 0 ? `, ${days === 1 ? '1 day' : `${days} days`} late` : '');
  return (
    <Frame caption="What is unpaid" heads={['Document', `Amount, ${currency}`, 'Open']}>
      {found.items.map((item) => (
        <Row
          key={item.itemId}
          words={`${KIND_NAMES[item.kind]} ${item.number}`}
          below={
            item.amountMinor > 0
              ? `due ${formatDay(item.dueOn)}${late(daysPastDue(item.dueOn, asOf))}`
              : formatDay(item.documentDate)
          }
          amounts={[column(item.amountMinor), column(item.openMinor)]}
        />
      ))}
      <Row words="Balance" below={formatDay(asOf)} amounts={['', column(found.balanceMinor)]} isTotal />
    </Frame>
  );
}

interface FrameProps {
  readonly caption: string;
  readonly heads: readonly [string, string, string];
  readonly children: ReactNode;
}

function Frame({ caption, heads: [first, ...amounts], children }: FrameProps) {
  return (
    <table className="fig w-full border-t border-border text-form">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-border text-body text-muted-foreground">
          <th scope="col" className="py-2 text-left font-normal max-md:pl-4">
            {first}
          </th>
          {amounts.map((head) => (
            <th key={head} scope="col" className="py-2 pl-4 text-right font-normal max-md:last:pr-4">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface RowProps {
  readonly words: string;
  readonly below: string;
  readonly amounts: readonly [string, string];
  readonly isTotal?: boolean;
}

function Row({ words, below, amounts, isTotal = false }: RowProps) {
  return (
    <tr className={`border-b border-border ${isTotal ? 'font-semibold' : ''}`}>
      <td className="py-2.5 max-md:pl-4">
        {words}
        <span className="block text-body font-normal text-muted-foreground">{below}</span>
      </td>
      <td className="py-2.5 pl-4 text-right align-top">{amounts[0]}</td>
      <td className="py-2.5 pl-4 text-right align-top max-md:pr-4">{amounts[1]}</td>
    </tr>
  );
}
