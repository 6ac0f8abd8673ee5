import { Refusal } from '@/lib/refusal';
import type { StatementFormat } from './statement-line';

/** What kind of statement a text is. @throws Refusal `invalid` for XML that is none. */
export function detectFormat(text: string): StatementFormat {
  const head = text.slice(0, 4_000);
  if (/OFXHEADER\s*[:=]|<OFX>/i.test(head)) return 'ofx';
  if (/<(?:\w+:)?BkToCstmrStmt\b/.test(head)) return 'camt053';
  const other = /<(?:\w+:)?(BkToCstmrAcctRpt|BkToCstmrDbtCdtNtfctn)\b/.exec(head)?.[1];
  if (other)
    throw new Refusal(
      'invalid',
      `This is ${other === 'BkToCstmrAcctRpt' ? 'an intraday report (CAMT.052)' : 'an advice of single bookings (CAMT.054)'}. Bring the statement itself, CAMT.053.`,
      'file',
    );
  if (/^\s*<(!doctype html|html|\?xml|\w+:?Document)/i.test(head))
    throw new Refusal(
      'invalid',
      'This is a web page or an XML file that is no bank statement. Export the statement as CAMT.053, OFX or CSV.',
      'file',
    );
  return 'csv';
}
