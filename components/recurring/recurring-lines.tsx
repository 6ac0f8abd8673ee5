import { Money } from '@/components/money';
import type { RecurringInvoice } from '@/db/queries/recurring-invoices';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { shortDecimal } from '@/lib/short-decimal';

/** What an invoice that repeats bills each time. */
export function RecurringLines({
  recurring,
}: {
  readonly recurring: Pick<RecurringInvoice, 'lines' | 'currency'>;
}) {
  const { currency } = recurring;
  const priced = priceLines(recurring.lines);
  const { totalMinor } = linesTotal(priced);
  return (
    <section>
      <h2 className="mb-2 text-section">What it bills each time</h2>
      <div className="panel overflow-x-auto">
        <table className="tbl">
          <caption className="sr-only">Lines, in {currency}</caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col" className="num">
                Qty
              </th>
              <th scope="col" className="num">
                Price
              </th>
              <th scope="col" className="num">
                Tax
              </th>
              <th scope="col" className="num">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {priced.map((line, i) => (
              <tr key={`${i + 1}`}>
                <th scope="row" className="whitespace-normal!">
                  {line.description}
                </th>
                <td className="num fig">{shortDecimal(line.quantity)}</td>
                <td className="num">
                  <Money amount={line.unitPriceMinor} currency={currency} />
                </td>
                <td className="num fig">
                  {Number(line.taxPercent) === 0 ? (
                    <span className="z">–</span>
                  ) : (
                    `${shortDecimal(line.taxPercent)}%`
                  )}
                </td>
                <td className="num">
                  <Money amount={line.netMinor} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                Total with tax, {currency}
              </th>
              <td className="num">
                <Money amount={totalMinor} currency={currency} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
