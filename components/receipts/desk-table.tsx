import type { ReactNode } from 'react';
import type { Desk } from '@/db/queries/bank-lines';
import type { PlainDate } from '@/lib/domain/dates';
import type { Params } from '@/lib/url';
import { DeskRow } from './desk-row';

interface DeskTableProps {
  readonly desk: Desk;
  readonly path: string;
  readonly params: Params;
  readonly today: PlainDate;
  readonly mayWrite: boolean;
  /** What is drawn below a line while something is done to it; null for all others. */
  readonly editorOf: (lineId: string) => ReactNode | null;
}

/** The lines of a statement. A phone shows each as a block. */
export function DeskTable({ desk, editorOf, ...shared }: DeskTableProps) {
  return (
    <table className="tbl tbl-desk">
      <caption className="sr-only">Lines of the statement</caption>
      <thead>
        <tr>
          <th scope="col" className="max-md:hidden">
            Booked
          </th>
          <th scope="col">Payer and text</th>
          <th scope="col" className="num max-md:hidden">
            Amount
          </th>
          <th scope="col">What it is</th>
          {shared.mayWrite && (
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {desk.rows.map((line) => (
          <DeskRow key={line.id} {...shared} line={line} names={desk.names} editor={editorOf(line.id)} />
        ))}
      </tbody>
    </table>
  );
}
