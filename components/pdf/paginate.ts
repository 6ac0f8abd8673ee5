import type { Line } from './table';

/** Room for lines on the first page and on each that follows. */
interface Room {
  readonly first: number;
  readonly next: number;
}

/** Lines that never stand alone at the head of a page: what they sum up, or go on with, comes along. */
const CLINGING = new Set<Line['look']>(['total', 'quiet', 'more']);

/**
 * Lines in pages. Totals keep at least one line above them, a name of several lines stays together, and a customer whose items
 * go on begins the next page again with its name.
 */
export function paginate(lines: readonly Line[], room: Room): Line[][] {
  const pages: Line[][] = [];
  let group: Line | null = null;
  for (let at = 0; at < lines.length || pages.length === 0; ) {
    const page: Line[] = [];
    if (group && lines[at]?.look === 'row') page.push(continued(group));
    const most = (pages.length === 0 ? room.first : room.next) - page.length;
    const end = breakAt(lines, at, at + most);
    for (const line of lines.slice(at, end)) {
      if (line.look === 'group') group = line;
      if (line.look === 'total') group = null;
      page.push(line);
    }
    pages.push(page);
    at = end;
  }
  return pages;
}

/** Where a page ends that may hold the lines before `end`: no later, and before a line that can begin the next. */
function breakAt(lines: readonly Line[], start: number, end: number): number {
  if (end >= lines.length) return lines.length;
  for (let at = end; at > start + 1; at -= 1) {
    const [line, before] = [lines[at], lines[at - 1]];
    if (line && !CLINGING.has(line.look) && before?.look !== 'group') return at;
  }
  return end;
}

function continued({ cells }: Line): Line {
  const [name = '', ...rest] = cells;
  return { look: 'group', cells: [`${name}, continued`, ...rest.map(() => '')] };
}
