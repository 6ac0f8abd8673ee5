import { Image, Page, StyleSheet, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { PaperSize } from '@/lib/domain/paper-size';
import { type LogoFile, logoSize } from '@/lib/logo';
import { SHEETS, Words } from './frame';
import { ACCENT, INK, ON_ACCENT, QUIET } from './ink';
import { FAMILIES } from './type';

const MARGIN = 48;
/** The largest that the picture of the business becomes, in points. */
const LOGO = { width: 140, height: 36 } as const;
/** What stands above the table on a page after the first. */
export const NEXT_HEAD = 30;

/** What a document has on a sheet upright. */
export function uprightRoom(paper: PaperSize): { readonly width: number; readonly height: number } {
  const [width, height] = SHEETS[paper];
  return { width: width - 2 * MARGIN, height: height - 2 * MARGIN - 14 };
}

const styles = StyleSheet.create({
  page: { fontFamily: FAMILIES, fontSize: 8.75, color: INK, padding: MARGIN },
  row: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-start', gap: 16 },
  foot: {
    position: 'absolute',
    left: MARGIN,
    right: MARGIN,
    bottom: MARGIN - 18,
    flexDirection: 'row',
    justifyContent: 'space-between',
    gap: 24,
    fontSize: 7.25,
    color: QUIET,
  },
  mark: {
    width: 30,
    height: 30,
    borderRadius: 7,
    backgroundColor: ACCENT,
    alignItems: 'center',
    justifyContent: 'center',
  },
});

interface SheetProps {
  readonly paper: PaperSize;
  readonly seller: string;
  /** Below the seller's name, in one line; null for none. */
  readonly sellerAddress?: string | null;
  /** Before the name on the first page; null: its first letter. */
  readonly logo: LogoFile | null;
  readonly title: string;
  /** Below the title: a number, a day. */
  readonly below: string;
  readonly foot: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly children: ReactNode;
}

/** A page of a document that a customer gets: whose, what, page n of m. */
export function Sheet({
  paper,
  seller,
  sellerAddress,
  logo,
  title,
  below,
  foot,
  page,
  pages,
  children,
}: SheetProps) {
  return (
    <Page size={paper === 'a4' ? 'A4' : 'LETTER'} style={styles.page}>
      {page === 1 ? (
        <View style={[styles.row, { height: 52 }]}>
          <View style={{ flexDirection: 'row', alignItems: 'center', gap: 9, flexShrink: 1 }}>
            <Mark seller={seller} logo={logo} />
            <View style={{ flexShrink: 1, gap: 2 }}>
              <Words style={{ fontSize: 10.5, fontWeight: 600 }} lines={sellerAddress ? 1 : 2}>
                {seller}
              </Words>
              {sellerAddress && (
                <Words style={{ color: QUIET }} lines={2}>
                  {sellerAddress}
                </Words>
              )}
            </View>
          </View>
          <View style={{ alignItems: 'flex-end', gap: 4 }}>
            <Words style={{ fontSize: 14.5, fontWeight: 600, letterSpacing: -0.2 }}>{title}</Words>
            <Words style={{ color: QUIET }}>{below}</Words>
          </View>
        </View>
      ) : (
        <View style={[styles.row, { height: NEXT_HEAD }]}>
          <Words>{seller}</Words>
          <Words style={{ color: QUIET }}>{`${title}, ${below}`}</Words>
        </View>
      )}
      {children}
      <View style={styles.foot}>
        <Words style={{ flexShrink: 1 }} lines={2}>
          {foot}
        </Words>
        <Words>{`Page ${page} of ${pages}`}</Words>
      </View>
    </Page>
  );
}

function Mark({ seller, logo }: Pick<SheetProps, 'seller' | 'logo'>) {
  if (logo) {
    const src = {
      data: Buffer.from(logo.bytes),
      format: logo.mediaType === 'image/png' ? 'png' : 'jpg',
    } as const;
    return <Image src={src} style={{ ...logoSize(logo, LOGO), flexShrink: 0 }} />;
  }
  return (
    <View style={styles.mark}>
      <Words style={{ color: ON_ACCENT, fontSize: 13, fontWeight: 600 }}>
        {seller.slice(0, 1).toUpperCase()}
      </Words>
    </View>
  );
}

interface FactProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly width: string;
}

/** A fact of a document: what it is above, what it says below. */
export function Fact({ label, lines, width }: FactProps) {
  return (
    <View style={{ width, gap: 3 }}>
      <Words style={{ color: QUIET }}>{label}</Words>
      {lines.map((line, i) => (
        <Words key={`${line} ${i + 1}`} {...(i === 0 ? { style: { fontWeight: 600 } } : {})} lines={2}>
          {line}
        </Words>
      ))}
    </View>
  );
}
