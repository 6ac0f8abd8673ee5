import type { LetterTable } from '@/lib/mail/letter';
import { EMAIL } from './look';

/** The table of a mail. Its last column holds figures. */
export function LetterRows({ table: { head, rows, total } }: { readonly table: LetterTable }) {
  const columns = Math.max(head.length, ...rows.map((row) => row.length));
  return (
    <table style={EMAIL.table} width="100%" cellPadding={0} cellSpacing={0}>
      {head.length > 0 && (
        <thead>
          <tr>
            {head.map((label, at) => (
              <th key={label} scope="col" style={at === columns - 1 ? EMAIL.headFigure : EMAIL.head}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row.join(' ')}>
            {row.map((cell, at) => (
              <td key={`${head[at] ?? at}`} style={at === columns - 1 ? EMAIL.figure : EMAIL.cell}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
        {total && (
          <tr>
            <td colSpan={columns - 1} style={EMAIL.totalLabel}>
              {total.label}
            </td>
            <td style={EMAIL.total}>{total.amount}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
