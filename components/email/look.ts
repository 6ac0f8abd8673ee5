import type { CSSProperties } from 'react';

// Mail programs know neither stylesheets nor variables: the colours of tokens.css, light, written out.
const INK = '#1c211f';
const MUTED = '#565d5a';
const LINE = '#e4e2dc';
const SPRUCE = '#0c5a45';
const SANS = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const text: CSSProperties = { color: INK, fontSize: '15px', lineHeight: '23px', margin: '0 0 14px' };
const cell: CSSProperties = {
  borderTop: `1px solid ${LINE}`,
  fontSize: '14px',
  lineHeight: '20px',
  padding: '8px 12px 8px 0',
  textAlign: 'left',
  verticalAlign: 'top',
};
const figure: CSSProperties = { ...cell, paddingRight: 0, textAlign: 'right', whiteSpace: 'nowrap' };

/** How every part of a mail is drawn. */
export const EMAIL = {
  body: { backgroundColor: '#f5f4f0', fontFamily: SANS, margin: 0, padding: '24px 12px' },
  paper: {
    backgroundColor: '#ffffff',
    border: `1px solid ${LINE}`,
    borderRadius: '10px',
    maxWidth: '600px',
    padding: '28px 32px',
  },
  logo: { marginBottom: '20px' },
  sender: { color: INK, fontSize: '18px', fontWeight: 600, lineHeight: '26px', margin: '0 0 20px' },
  text,
  small: { ...text, color: MUTED, fontSize: '13px', lineHeight: '19px', wordBreak: 'break-word' },
  table: { borderCollapse: 'collapse', color: INK, margin: '6px 0 18px' },
  head: { ...cell, borderTop: 'none', color: MUTED, fontSize: '13px', fontWeight: 500 },
  headFigure: { ...figure, borderTop: 'none', color: MUTED, fontSize: '13px', fontWeight: 500 },
  cell,
  figure,
  totalLabel: { ...cell, fontWeight: 600 },
  total: { ...figure, fontWeight: 600 },
  buttonRow: { margin: '4px 0 14px' },
  button: {
    backgroundColor: SPRUCE,
    borderRadius: '7px',
    color: '#ffffff',
    fontSize: '15px',
    fontWeight: 600,
    padding: '11px 18px',
    textDecoration: 'none',
  },
  rule: { borderColor: LINE, margin: '20px 0 14px' },
} as const satisfies Readonly<Record<string, CSSProperties>>;
