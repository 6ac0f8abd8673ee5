'use client';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { Kbd } from '@/components/ui/kbd';
import { type DraftLine, type DraftTotals, isEmptyLine, type LineProblem } from '@/lib/domain/invoice-draft';
import { pastedLines } from '@/lib/pasted-lines';
import { type Beneficiary, LINE_GRID, type LineColumn, LineRow } from './line-row';
import type { FindServices } from './service-field';

interface LineEditorProps {
  readonly lines: readonly DraftLine[];
  readonly totals: DraftTotals;
  readonly currency: string;
  /** Whether problems are to be shown: once somebody tried to post. */
  readonly isJudged: boolean;
  readonly find: FindServices;
  /** Of the customer; none until one was chosen. */
  readonly beneficiaries: readonly Beneficiary[];
  readonly onLines: (lines: readonly DraftLine[]) => void;
}

/** A line to begin with. */
export function newLine(taxPercent = '0'): DraftLine {
  return {
    key: crypto.randomUUID(),
    description: '',
    quantity: '1',
    unitPriceMinor: null,
    taxPercent,
    serviceId: null,
    beneficiaryId: null,
  };
}

/** The lines of an invoice as a list of fields. Enter goes to the line below and makes one after the last. */
export function LineEditor({ lines, totals, currency, isJudged, onLines, ...given }: LineEditorProps) {
  const list = useRef<HTMLUListElement>(null);
  /** Draws the lines at once, so that a field of them can have the focus. */
  const show = (next: readonly DraftLine[], index: number, column: LineColumn = 'description') => {
    flushSync(() => onLines(next));
    fieldAt(list.current, index, column)?.focus();
  };
  const change = (key: string, changes: Partial<DraftLine>) =>
    onLines(lines.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  const add = () => show([...lines, newLine(lines.at(-1)?.taxPercent)], lines.length);
  const remove = (index: number) => {
    const rest = lines.filter((_, i) => i !== index);
    show(rest.length > 0 ? rest : [newLine()], Math.max(0, index - 1));
  };
  const enter = (index: number, column: LineColumn) => {
    if (index < lines.length - 1) fieldAt(list.current, index + 1, column)?.focus();
    else if (lines.length < MOST) add();
  };
  const move = (index: number, step: 1 | -1, column: LineColumn) => {
    const [line, other] = [lines[index], lines[index + step]];
    if (!line || !other) return;
    show(
      lines.map((each, i) => (i === index ? other : i === index + step ? line : each)),
      index + step,
      column,
    );
  };
  const copy = (index: number) => {
    const line = lines[index];
    if (!line || lines.length >= MOST) return;
    show(lines.toSpliced(index + 1, 0, { ...line, key: crypto.randomUUID() }), index + 1);
  };
  const paste = (index: number, text: string): boolean => {
    const pasted = pastedLines(text, currency, () => crypto.randomUUID());
    if (!pasted) return false;
    const kept = lines.filter((line, i) => i !== index || !isEmptyLine(line));
    onLines([...kept.slice(0, index), ...pasted, ...kept.slice(index)].slice(0, MOST));
    return true;
  };
  return (
    <section aria-labelledby="lines">
      <h2 id="lines" className="mb-2 text-form">
        Lines
      </h2>
      <div className="panel">
        <div
          aria-hidden
          className={`${LINE_GRID} h-9 border-b border-border text-meta text-muted-foreground max-md:hidden!`}
        >
          <span className="col-start-2 pl-2.5">Item</span>
          <span className="pr-2.5 text-right">Qty</span>
          <span className="pr-2.5 text-right">Price</span>
          <span className="pr-2.5 text-right">Tax %</span>
          <span className="text-right">Amount</span>
        </div>
        <ul ref={list}>
          {lines.map((line, i) => (
            <LineRow
              key={line.key}
              line={line}
              position={i + 1}
              count={lines.length}
              find={given.find}
              beneficiaries={given.beneficiaries}
              currency={currency}
              netMinor={totals.priced.get(line.key)?.netMinor ?? null}
              problem={shown(totals.problems.get(line.key), isJudged)}
              onChange={(changes) => change(line.key, changes)}
              onRemove={() => remove(i)}
              onEnter={(column) => enter(i, column)}
              onPaste={(text) => paste(i, text)}
              onMove={(step, column) => move(i, step, column)}
              onCopy={() => copy(i)}
            />
          ))}
        </ul>
        <div className="flex h-11 items-center gap-2 px-3 text-muted-foreground">
          <button
            type="button"
            onClick={add}
            disabled={lines.length >= MOST}
            className="flex min-h-8 items-center gap-2 rounded-control hover:text-foreground"
          >
            <Plus aria-hidden className="size-4" />
            Add a line
          </button>
          <span aria-hidden className="max-md:hidden">
            <Kbd>↵</Kbd>
          </span>
          <span className="ml-auto text-meta text-subtle max-md:hidden">
            Rows from a spreadsheet can be pasted
          </span>
        </div>
      </div>
    </section>
  );
}

/** An invoice has at most so many lines. */
const MOST = 200;

function fieldAt(list: HTMLElement | null, index: number, column: LineColumn): HTMLInputElement | null {
  const row = list?.querySelectorAll('[data-line]')[index];
  return row?.querySelector<HTMLInputElement>(`input[data-column="${column}"]`) ?? null;
}

/** What is too much is said at once; what is missing, once somebody tried to post. */
function shown(problem: LineProblem | undefined, isJudged: boolean): LineProblem | undefined {
  return isJudged || problem === 'size' ? problem : undefined;
}
