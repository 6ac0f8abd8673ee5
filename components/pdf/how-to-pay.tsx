import { View } from '@react-pdf/renderer';
import { QUIET } from './ink';
import { Fact } from './sheet';
import { printable } from './type';

/** What the way to pay takes below what is to be paid, in points. */
export const PAY_HEIGHT = 110;
/** The lines of it that are printed. */
const PAY_LINES = 6;

interface HowToPayProps {
  /** Where to pay to, in the words of the business. */
  readonly words: string;
  /** What the payer is asked to name: "INV-20399". */
  readonly quote: string;
}

/** Below what is to be paid: where to pay to, and what to quote. */
export function HowToPay({ words, quote }: HowToPayProps) {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  return (
    <View style={{ marginTop: 20, borderTopWidth: 0.5, borderTopColor: QUIET, paddingTop: 8 }}>
      <Fact
        label="How to pay"
        lines={[...lines.slice(0, PAY_LINES - 1).map(printable), `Please quote ${quote}.`]}
        width="100%"
      />
    </View>
  );
}
