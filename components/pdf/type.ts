import path from 'node:path';
import { Font } from '@react-pdf/renderer';

/** Two weights, as everywhere. */
export type Weight = 400 | 600;

/** A letter as it is drawn; fontkit's. */
interface Glyph {
  readonly advanceWidth: number;
}

/** Letters in their places, which whoever draws them scales. */
interface Run {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly {
    readonly [side in 'xAdvance' | 'yAdvance' | 'xOffset' | 'yOffset']: number;
  }[];
  readonly advanceWidth: number;
}

/** As much of a typeface as setting text takes; fontkit's. */
export interface Typeface {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string, features?: Features): Run;
}

type Features = Readonly<Record<'tnum' | 'kern', boolean>>;

/** Digits of one width, and no pair moved together: columns of figures align. */
const FIGURES: Features = { tnum: true, kern: false };

/** What stands where no typeface of ours has the character. */
const NO_GLYPH = '□';

/** Latin and Cyrillic in the typeface of the screen; Greek, Hebrew, Arabic, signs and the like in the other. */
const GEIST = 'Geist';
const DEJAVU = 'DejaVu Sans';
export const FAMILIES = [GEIST, DEJAVU];

const FILES = {
  [GEIST]: { folder: 'geist/dist/fonts/geist-sans', 400: 'Geist-Regular.ttf', 600: 'Geist-SemiBold.ttf' },
  [DEJAVU]: { folder: 'dejavu-fonts-ttf/ttf', 400: 'DejaVuSans.ttf', 600: 'DejaVuSans-Bold.ttf' },
} as const;

const WEIGHTS = [400, 600] as const;

for (const family of [GEIST, DEJAVU] as const)
  Font.register({
    family,
    fonts: WEIGHTS.map((fontWeight) => ({
      src: path.join(process.cwd(), 'node_modules', FILES[family].folder, FILES[family][fontWeight]),
      fontWeight,
    })),
  });
// Words are never broken: a broken name or number is another one.
Font.registerHyphenationCallback((word) => [word]);

/** Reads the typefaces. Nothing can be measured or set before. */
export async function typeIsReady(): Promise<void> {
  for (const fontFamily of FAMILIES)
    for (const fontWeight of WEIGHTS) await Font.load({ fontFamily, fontWeight });
}

/** A text as it can be set: composed, on one line, without invisible marks, and a box for every character that no typeface has. */
export function printable(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    // Marks that turn the direction of what follows, and others that nobody sees.
    .replace(/[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\p{Variation_Selector}]/gu, '');
  return PLAIN.test(plain) ? plain : [...plain].map((char) => (isKnown(char) ? char : NO_GLYPH)).join('');
}

/** Whether every character of a text can be set. */
export function isPrintable(text: string): boolean {
  return !printable(text).includes(NO_GLYPH) || text.includes(NO_GLYPH);
}

/** The typeface that a printable text is set in as a whole, so that its baseline and spacing are even. */
export function faceOf(text: string, weight: Weight): Typeface {
  const geist = face(GEIST, weight);
  if (PLAIN.test(text)) return geist;
  return [...text].every((char) => has(geist, char)) ? geist : face(DEJAVU, weight);
}

/** How wide a printable text is, in points. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const typeface = faceOf(text, weight);
  let units = 0;
  if (PLAIN.test(text)) for (const char of text) units += advance(typeface, char);
  else for (const piece of directions(text)) units += typeface.layout(piece).advanceWidth;
  return (units / typeface.unitsPerEm) * size;
}

const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC](?:[\s\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])?/gu;

/** A text in pieces of one direction each, in the order in which they stand: Hebrew or Arabic within a line is set by itself. */
export function directions(text: string): string[] {
  if (text.search(RIGHT_TO_LEFT) < 0) return [text];
  return text.replaceAll(RIGHT_TO_LEFT, '\u0000$&\u0000').split('\u0000').filter(Boolean);
}

/** What a pen is told: `y` is where the letters stand, nothing is broken, and what is not plain is shaped as a whole. */
export function settingOf(text: string): Setting {
  return PLAIN.test(text) ? SETTING : { ...SETTING, features: FIGURES };
}

/** How a pen sets a text. */
export interface Setting {
  readonly lineBreak: boolean;
  readonly baseline: string;
  readonly features?: Features;
}

const SETTING: Setting = { lineBreak: false, baseline: 'alphabetic' };

/** Text of one letter each, in which no letter depends on another. */
const PLAIN = /^[\x20-\x7E–—…“”’]*$/;

const faces = new Map<string, Typeface>();

/** A typeface for tables: figures of one width, and plain text set letter by letter, which is ten times as fast. */
function face(fontFamily: string, fontWeight: Weight): Typeface {
  const name = `${fontFamily} ${fontWeight}`;
  const known = faces.get(name);
  if (known) return known;
  const { data } = Font.getFont({ fontFamily, fontWeight });
  if (!isTypeface(data)) throw new Error(`the typeface ${name} was not read`);
  const made = lettered(data);
  faces.set(name, made);
  return made;
}

function isTypeface(data: object | null): data is Typeface {
  return data !== null && 'layout' in data && 'unitsPerEm' in data;
}

function lettered(base: Typeface): Typeface {
  const letters = new Map<string, Glyph>();
  const letter = (char: string): Glyph => {
    const known = letters.get(char) ?? base.layout(char, FIGURES).glyphs[0];
    if (!known) throw new Error('a letter has no glyph');
    letters.set(char, known);
    return known;
  };
  return Object.create(base, {
    // Another name, so that a file keeps it apart from the same typeface as headings have it.
    postscriptName: { value: `${base.postscriptName}-Table` },
    layout: {
      value(text: string): Run {
        if (!PLAIN.test(text)) return base.layout(text, FIGURES);
        const glyphs = [...text].map(letter);
        const positions = glyphs.map(({ advanceWidth }) => ({
          xAdvance: advanceWidth,
          yAdvance: 0,
          xOffset: 0,
          yOffset: 0,
        }));
        return { glyphs, positions, advanceWidth: glyphs.reduce((sum, each) => sum + each.advanceWidth, 0) };
      },
    },
  });
}

const widths = new WeakMap<Typeface, Map<string, number>>();

function advance(typeface: Typeface, char: string): number {
  const known = widths.get(typeface) ?? new Map<string, number>();
  widths.set(typeface, known);
  const width = known.get(char) ?? typeface.layout(char).advanceWidth;
  known.set(char, width);
  return width;
}

function isKnown(char: string): boolean {
  return has(face(GEIST, 400), char) || has(face(DEJAVU, 400), char);
}

function has(typeface: Typeface, char: string): boolean {
  return typeface.hasGlyphForCodePoint(char.codePointAt(0) ?? 0);
}
