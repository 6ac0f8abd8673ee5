import { View } from '@react-pdf/renderer';
import { inOneLine } from '@/components/invoices/paper';
import { owedBy, QUOTE, wayToPay } from '@/components/statements/way-to-pay';
import type { StatementPaper } from '@/db/queries/statement-paper';
import { bucketLabels, bucketOf, daysPastDue } from '@/lib/domain/aging';
import { KIND_NAMES } from '@/lib/domain/documents';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { currencyName, formatColumn, formatDay, formatMoment, formatMoney } from '@/lib/format';
import type { LogoFile } from '@/lib/logo';
import { Bar } from './bar';
import { Words } from './frame';
import { HowToPay, PAY_HEIGHT } from './how-to-pay';
import { ageInk, QUIET } from './ink';
import { type Head, layTable } from './lay';
import { Fact, NEXT_HEAD, Sheet, uprightRoom } from './sheet';
import { type Line, Table } from './table';
import { printable } from './type';

/** What stands above the table on the first page, in points. */
const ABOVE = 210;

/** How a statement is divided into pages. */
type StatementLayout = ReturnType<typeof layStatement>;

/** Divides a statement into the pages of its paper. */
export function layStatement(content: StatementPaper) {
  const room = uprightRoom(content.paper);
  const below = wayToPay(content) ? PAY_HEIGHT : 0;
  return layTable(headsOf(content), linesOf(content), {
    width: room.width,
    first: room.height - ABOVE - below,
    next: room.height - NEXT_HEAD - below,
  });
}

interface StatementSheetsProps {
  readonly content: StatementPaper;
  /** The picture of the business; null for none. */
  readonly logo: LogoFile | null;
  readonly layout: StatementLayout;
  readonly onPage?: (() => void) | undefined;
}

/** The pages of a statement: what a customer is told of its account. */
export function StatementSheets({ content, logo, layout, onPage }: StatementSheetsProps) {
  const { seller, address, paper, timeZone, knownAt, currency } = content;
  const payTo = wayToPay(content);
  const { columns, size, pages } = layout;
  const foot = `All amounts in ${currencyName(currency)}. As known at ${formatMoment(new Date(knownAt), timeZone)}. Ignore this if your payment crossed in the post.`;
  return pages.map((lines, i) => (
    <Sheet
      key={`page ${i + 1}`}
      {...{ paper, seller, logo, foot }}
      sellerAddress={address && printable(inOneLine(address))}
      below={statementDays(content)}
      title="Statement of account"
      page={i + 1}
      pages={pages.length}
    >
      {i === 0 && <Above content={content} />}
      <Table columns={columns} lines={lines} size={size} onDrawn={onPage} />
      {i === pages.length - 1 && payTo && <HowToPay words={payTo} quote={QUOTE} />}
    </Sheet>
  ));
}

/** "As of 20 November 2026", "1 November 2026 to 20 November 2026". */
export function statementDays(content: StatementPaper): string {
  const day = formatDay(content.asOf, { month: 'long' });
  return content.kind === 'activity'
    ? `${formatDay(content.from, { month: 'long' })} to ${day}`
    : `As of ${day}`;
}

function Above({ content }: { readonly content: StatementPaper }) {
  const { customer, currency } = content;
  const owed = owedBy(content);
  return (
    <View style={{ height: ABOVE - 56 }}>
      <View style={{ flexDirection: 'row', justifyContent: 'space-between', paddingTop: 18 }}>
        <Fact label="For" lines={[customer]} width="50%" />
        <View style={{ alignItems: 'flex-end', gap: 4 }}>
          <Words style={{ color: QUIET }}>{owed < 0 ? 'In your favor' : 'You owe'}</Words>
          <Words style={{ fontSize: 24, fontWeight: 600, letterSpacing: -0.5 }}>
            {formatMoney(toMinor(Math.abs(owed)), currency)}
          </Words>
          {content.kind === 'open-item' && content.found.pastDueMinor > 0 && (
            <Words>{`${formatMoney(content.found.pastDueMinor, currency)} of this is past its due date`}</Words>
          )}
        </View>
      </View>
      {content.kind === 'open-item' && <Ages content={content} />}
    </View>
  );
}

type OpenItems = Extract<StatementPaper, { kind: 'open-item' }>;

function Ages({ content: { found, bounds, asOf, currency } }: { readonly content: OpenItems }) {
  const labels = bucketLabels(bounds);
  const amounts = labels.map((_, i) =>
    sumOf(
      found.items
        .filter((item) => item.openMinor > 0 && bucketOf(daysPastDue(item.dueOn, asOf), bounds) === i)
        .map((item) => item.openMinor),
    ),
  );
  return (
    <View style={{ marginTop: 20, gap: 8 }}>
      <Bar amounts={amounts} height={8} />
      <View style={{ flexDirection: 'row' }}>
        {labels.map((label, i) => (
          <View key={label} style={{ flexGrow: 1, flexBasis: 0, gap: 3 }}>
            <View style={{ flexDirection: 'row', alignItems: 'center', gap: 4 }}>
              <View
                style={{ width: 5, height: 5, borderRadius: 1.2, backgroundColor: ageInk(i, labels.length) }}
              />
              <Words style={{ color: QUIET, fontSize: 7.75 }}>{i === 0 ? label : `${label} days`}</Words>
            </View>
            <Words style={{ fontWeight: 600, fontFeatureSettings: ['tnum'] }}>
              {amounts[i] ? formatColumn(amounts[i], currency) : '–'}
            </Words>
          </View>
        ))}
      </View>
    </View>
  );
}

function headsOf({ kind }: StatementPaper): Head[] {
  const right = (heading: string): Head => ({ heading, align: 'right' });
  const named: Head = { heading: 'Document', align: 'left' };
  return kind === 'activity'
    ? [named, right('Date'), right('Amount'), right('Balance')]
    : [named, right('Issued'), right('Due'), right('Days late'), right('Amount'), right('Still owed')];
}

function linesOf(content: StatementPaper): Line[] {
  const column = (amount: Minor) => formatColumn(amount, content.currency);
  if (content.kind === 'activity') {
    const { openingMinor, lines, closingMinor } = content.found;
    return [
      { look: 'row', cells: ['Opening balance', formatDay(content.from), '', column(openingMinor)] },
      ...lines.map(
        (line): Line => ({
          look: 'row',
          cells: [
            printable(
              `${KIND_NAMES[line.kind]} ${line.number}${line.reversesNumber ? `, reverses ${line.reversesNumber}` : ''}`,
            ),
            formatDay(line.documentDate),
            column(line.amountMinor),
            column(line.balanceMinor),
          ],
        }),
      ),
      { look: 'total', cells: ['Closing balance', formatDay(content.asOf), '', column(closingMinor)] },
    ];
  }
  return [
    ...content.found.items.flatMap((item): Line[] => {
      const days = daysPastDue(item.dueOn, content.asOf);
      const isDebit = item.amountMinor > 0;
      return [
        {
          look: 'row',
          cells: [
            printable(
              `${KIND_NAMES[item.kind]} ${item.number}${isDebit ? '' : ', not yet matched to an invoice'}`,
            ),
            formatDay(item.documentDate),
            isDebit ? formatDay(item.dueOn) : '–',
            isDebit && days > 0 ? String(days) : '–',
            column(item.amountMinor),
            column(item.openMinor),
          ],
        },
        ...item.applied.map(
          (each): Line => ({
            look: 'quiet',
            cells: [
              printable(`${isDebit ? 'less' : 'used for'} ${KIND_NAMES[each.kind]} ${each.number}`),
              formatDay(each.effectiveOn),
              '',
              '',
              column(toMinor(isDebit ? -each.amountMinor : each.amountMinor)),
            ],
          }),
        ),
      ];
    }),
    {
      look: 'total',
      cells: ['Total owed', '', '', '', '', column(content.found.balanceMinor)],
    },
  ];
}
