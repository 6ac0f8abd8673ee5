import { View } from '@react-pdf/renderer';
import { inOneLine, type PaperContent } from '@/components/invoices/paper';
import type { Minor } from '@/lib/domain/money';
import type { PaperSize } from '@/lib/domain/paper-size';
import { formatColumn, formatDay } from '@/lib/format';
import type { LogoFile } from '@/lib/logo';
import { Words } from './frame';
import { HowToPay, PAY_HEIGHT } from './how-to-pay';
import { INK, QUIET } from './ink';
import { layTable } from './lay';
import { Fact, NEXT_HEAD, Sheet, uprightRoom } from './sheet';
import { type Line, Table } from './table';
import { isPrintable, printable } from './type';

/** What stands above the lines on the first page, and the totals below them, in points. */
const ABOVE = 190;
const BELOW = 80;
/** Due days that are listed; a document may have more instalments than fit. */
const MOST_DUE = 6;

/** How a document is divided into pages. */
type InvoiceLayout = ReturnType<typeof layInvoice>;

/** Divides a document into the pages of its paper. */
export function layInvoice(content: PaperContent, paper: PaperSize) {
  const room = uprightRoom(paper);
  const below = content.payTo ? BELOW + PAY_HEIGHT : BELOW;
  return layTable(headsOf(content), linesOf(content), {
    width: room.width,
    first: room.height - ABOVE - below,
    next: room.height - NEXT_HEAD - below,
  });
}

interface InvoiceSheetsProps {
  readonly content: PaperContent;
  /** The picture of the business; null for none. */
  readonly logo: LogoFile | null;
  readonly paper: PaperSize;
  readonly layout: InvoiceLayout;
  readonly onPage?: (() => void) | undefined;
}

/** The pages of a posted document as its customer gets it: the same words and figures as on screen. */
export function InvoiceSheets({ content, logo, paper, layout, onPage }: InvoiceSheetsProps) {
  const { seller, sellerAddress, payTo, title, number, currency } = content;
  const { columns, size, pages } = layout;
  const boxed = content.lines.every((line) => isPrintable(line.description))
    ? ''
    : ' □ stands for a character that the typefaces of this file do not have.';
  return pages.map((lines, i) => (
    <Sheet
      key={`page ${i + 1}`}
      {...{ paper, seller, title, logo }}
      sellerAddress={sellerAddress && printable(inOneLine(sellerAddress))}
      below={number}
      foot={`All amounts in ${currency}.${boxed}`}
      page={i + 1}
      pages={pages.length}
    >
      {i === 0 && <Facts content={content} />}
      {content.lines.length > 0 && <Table columns={columns} lines={lines} size={size} onDrawn={onPage} />}
      {i === pages.length - 1 && <Totals content={content} />}
      {i === pages.length - 1 && payTo && <HowToPay words={payTo} quote={number} />}
    </Sheet>
  ));
}

function Facts({ content }: { readonly content: PaperContent }) {
  const { customer, address, issuedOn, due, currency, purchaseOrder } = content;
  const listed = due
    .slice(0, MOST_DUE)
    .map(({ dueOn, amountMinor }) =>
      due.length === 1 ? formatDay(dueOn) : `${formatDay(dueOn)}, ${formatColumn(amountMinor, currency)}`,
    );
  const rest = due.length > MOST_DUE ? [`and ${due.length - MOST_DUE} more`] : [];
  return (
    <View style={{ flexDirection: 'row', height: ABOVE - 62, paddingTop: 16, gap: 12 }}>
      <Fact
        label="Bill to"
        lines={[customer, ...(address ?? '').split('\n').filter(Boolean).slice(0, 5)]}
        width="46%"
      />
      <View style={{ width: '24%', gap: 9 }}>
        <Fact label="Issued" lines={[issuedOn ? formatDay(issuedOn) : '–']} width="100%" />
        {purchaseOrder && <Fact label="Purchase order" lines={[printable(purchaseOrder)]} width="100%" />}
      </View>
      <Fact label="Due" lines={due.length === 0 ? ['–'] : [...listed, ...rest]} width="28%" />
    </View>
  );
}

function hasTax({ lines }: PaperContent): boolean {
  return lines.some((line) => line.taxMinor !== 0);
}

function headsOf(content: PaperContent) {
  const right = (heading: string) => ({ heading, align: 'right' as const });
  return [
    { heading: 'Item', align: 'left' as const },
    right('Qty'),
    right('Price'),
    ...(hasTax(content) ? [right('Tax')] : []),
    right('Amount'),
  ];
}

function linesOf(content: PaperContent): Line[] {
  const column = (amount: Minor) => formatColumn(amount, content.currency);
  return content.lines.flatMap((line): Line[] => [
    {
      look: 'row',
      cells: [
        printable(line.description),
        line.quantity,
        column(line.unitPriceMinor),
        ...(hasTax(content) ? [line.taxPercent === '0' ? '' : `${line.taxPercent}%`] : []),
        column(line.netMinor),
      ],
    },
    ...(line.beneficiary ? [{ look: 'quiet', cells: [printable(`For ${line.beneficiary}`)] } as const] : []),
  ]);
}

function Totals({ content }: { readonly content: PaperContent }) {
  const { netMinor, taxMinor, totalMinor, totalLabel, currency } = content;
  const parts: readonly (readonly [string, Minor])[] =
    content.lines.length > 0 || taxMinor !== 0
      ? [
          ['Subtotal', netMinor],
          ['Tax', taxMinor],
        ]
      : [];
  return (
    <View style={{ borderTopWidth: 0.9, borderTopColor: INK, paddingTop: 8, gap: 5, alignItems: 'flex-end' }}>
      {parts.map(([label, amount]) => (
        <Sum key={label} label={label} amount={formatColumn(amount, currency)} />
      ))}
      <Sum label={`${totalLabel}, ${currency}`} amount={formatColumn(totalMinor, currency)} isTotal />
    </View>
  );
}

interface SumProps {
  readonly label: string;
  readonly amount: string;
  readonly isTotal?: boolean;
}

function Sum({ label, amount, isTotal = false }: SumProps) {
  const strong = isTotal ? ({ fontSize: 10.5, fontWeight: 600 } as const) : {};
  return (
    <View style={{ flexDirection: 'row' }}>
      <Words style={{ color: isTotal ? INK : QUIET, ...strong }}>{label}</Words>
      <Words style={{ width: 110, textAlign: 'right', fontFeatureSettings: ['tnum'], ...strong }}>
        {amount}
      </Words>
    </View>
  );
}
