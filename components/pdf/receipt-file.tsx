import { View } from '@react-pdf/renderer';
import type { Receipt } from '@/db/queries/receipts';
import type { PaperSize } from '@/lib/domain/paper-size';
import { formatColumn, formatDay } from '@/lib/format';
import type { LogoFile } from '@/lib/logo';
import { File } from './frame';
import { layTable } from './lay';
import { Fact, NEXT_HEAD, Sheet, uprightRoom } from './sheet';
import { type Line, Table } from './table';
import { printable } from './type';

/** What stands above the table on the first page, in points. */
const ABOVE = 150;

interface ReceiptFileProps {
  readonly receipt: Receipt;
  readonly seller: string;
  /** The picture of the business; null for none. */
  readonly logo: LogoFile | null;
  readonly paper: PaperSize;
  readonly madeAt: Date;
}

/** The receipt of a payment as a file: the same words and figures as on screen. */
export function ReceiptFile({ receipt, seller, logo, paper, madeAt }: ReceiptFileProps) {
  const { number, currency } = receipt;
  const room = uprightRoom(paper);
  const heads = [
    { heading: 'Settled', align: 'left' as const },
    { heading: `Amount, ${currency}`, align: 'right' as const },
  ];
  const { columns, size, pages } = layTable(heads, linesOf(receipt), {
    width: room.width,
    first: room.height - ABOVE,
    next: room.height - NEXT_HEAD,
  });
  return (
    <File title={`Receipt ${number}`} author={seller} madeAt={madeAt}>
      {pages.map((lines, i) => (
        <Sheet
          key={`page ${i + 1}`}
          {...{ paper, seller, logo }}
          title="Receipt"
          below={number}
          foot={`All amounts in ${currency}.`}
          page={i + 1}
          pages={pages.length}
        >
          {i === 0 && <Facts receipt={receipt} />}
          <Table columns={columns} lines={lines} size={size} />
        </Sheet>
      ))}
    </File>
  );
}

function Facts({ receipt }: { readonly receipt: Receipt }) {
  const { customerName, receivedOn, method, reference } = receipt;
  return (
    <View style={{ flexDirection: 'row', height: ABOVE - 62, paddingTop: 16, gap: 12 }}>
      <Fact label="From" lines={[customerName]} width="34%" />
      <Fact label="Received" lines={[formatDay(receivedOn)]} width="18%" />
      <Fact label="By" lines={[method]} width="18%" />
      <Fact label="Reference" lines={[reference ?? '–']} width="28%" />
    </View>
  );
}

function linesOf({ parts, currency, unappliedMinor, amountMinor, isReversed }: Receipt): Line[] {
  const row = (words: string, amount: Receipt['amountMinor'], look: Line['look'] = 'row'): Line => ({
    look,
    cells: [printable(words), formatColumn(amount, currency)],
  });
  return [
    ...parts.map((part) => row(part.number, part.amountMinor)),
    ...(unappliedMinor > 0 ? [row('On your account, to be used', unappliedMinor)] : []),
    row(isReversed ? 'Taken back' : 'Received', amountMinor, 'total'),
  ];
}
