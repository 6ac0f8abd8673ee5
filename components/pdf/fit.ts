import { printable, type Weight, widthOf } from './type';

interface Room {
  readonly width: number;
  readonly size: number;
  readonly weight: Weight;
}

/** At most so many lines of one name. */
const MOST_LINES = 4;

/** A text in lines that fit, broken between words, or within one that is too long itself; what is beyond four lines is cut off with "…". */
export function wrapped(text: string, room: Room): string[] {
  const fits = (line: string) => widthOf(line, room.size, room.weight) <= room.width;
  const whole = printable(text);
  if (fits(whole)) return [whole];
  const lines: string[] = [];
  let line = '';
  for (const word of whole.split(' ').flatMap((each) => broken(each, fits))) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) line = longer;
    else {
      if (line) lines.push(line);
      line = word;
    }
    if (lines.length === MOST_LINES) break;
  }
  if (lines.length < MOST_LINES) return [...lines, line];
  return [...lines.slice(0, -1), shortened(`${lines.at(-1) ?? ''}…`, fits)];
}

/** A word in pieces that fit. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const char of word) {
    if (!fits(piece + char)) {
      pieces.push(piece);
      if (pieces.length > MOST_LINES) return pieces;
      piece = '';
    }
    piece += char;
  }
  return [...pieces, piece];
}

function shortened(line: string, fits: (line: string) => boolean): string {
  let shorter = line;
  while (!fits(shorter) && shorter.length > 1) shorter = `${[...shorter].slice(0, -2).join('')}…`;
  return shorter;
}
