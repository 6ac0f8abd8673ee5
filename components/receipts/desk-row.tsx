import type { ReactNode } from 'react';
import { Money } from '@/components/money';
import { ButtonLink } from '@/components/ui/button';
import type { DeskLine } from '@/db/queries/bank-lines';
import type { DeskTask } from '@/lib/bank/desk-filters';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatMoney } from '@/lib/format';
import { type Params, withParams } from '@/lib/url';
import { DecidedCell, RepeatCell } from './decided-cell';
import { DeskButton } from './desk-button';
import { ProposalCell } from './proposal-cell';

interface DeskRowProps {
  readonly line: DeskLine;
  readonly names: ReadonlyMap<string, string>;
  readonly path: string;
  readonly params: Params;
  readonly today: PlainDate;
  readonly mayWrite: boolean;
  /** What is done to the line in place, drawn below it; null when nothing is. */
  readonly editor: ReactNode | null;
}

/** One line of the statement: what the bank says, what it is or most probably is, and what can be done. */
export function DeskRow(props: DeskRowProps) {
  const { line, names, today, mayWrite, editor } = props;
  const { bookedOn, payerName, payerAccount, text, amountMinor, currency, decisions, repeats } = line;
  const isDecided = decisions.length > 0;
  return (
    <>
      <tr data-line={line.id} data-state={isDecided || repeats ? 'done' : 'open'} className="desk-row">
        <td className="fig text-muted-foreground max-md:hidden">{formatDay(bookedOn, { today })}</td>
        <th scope="row" className="font-normal! md:max-w-[300px] whitespace-normal!">
          <span className="font-medium break-words">{payerName || 'Payer not named'}</span>
          <span className="block break-words text-muted-foreground">{text}</span>
          {payerAccount && <span className="fig block text-meta break-all text-subtle">{payerAccount}</span>}
          <span className="flex justify-between md:hidden">
            <span className="fig text-muted-foreground">{formatDay(bookedOn, { today })}</span>
            <span className="fig font-medium">{formatMoney(amountMinor, currency)}</span>
          </span>
        </th>
        <td className="num font-medium max-md:hidden">
          <Money amount={amountMinor} currency={currency} />
        </td>
        <td className="whitespace-normal!">
          {isDecided ? (
            <DecidedCell line={line} />
          ) : repeats ? (
            <RepeatCell repeats={repeats} />
          ) : (
            <ProposalCell line={line} names={names} mayWrite={mayWrite} />
          )}
        </td>
        {mayWrite && (
          <td className="desk-actions">
            <RowActions {...props} />
          </td>
        )}
      </tr>
      {editor && (
        <tr>
          <td colSpan={5} className="bg-subtle/5 whitespace-normal!">
            {editor}
          </td>
        </tr>
      )}
    </>
  );
}

function RowActions({ line, path, params, names }: DeskRowProps) {
  const { id, proposal, decisions, amountMinor, payerName } = line;
  const toDo = (as: DeskTask['as']) => withParams(path, params, { line: id, as });
  const about = payerName || 'this line';
  if (decisions.length > 0)
    return decisions.some((each) => each.kind === 'returned') ? null : (
      <DeskButton
        deed={{ do: 'undoLine', fields: { lineId: id }, lineId: id }}
        deskKey="z"
        isMain
        variant="ghost"
        label={`Undo what was decided about ${about}`}
      >
        Undo
      </DeskButton>
    );
  const [best] = proposal?.candidates ?? [];
  const [back] = amountMinor < 0 ? (proposal?.payments ?? []) : [];
  const isReady = proposal !== null && proposal.confidence !== 'choose' && !line.repeats;
  return (
    <span className="flex flex-wrap items-center justify-end gap-1">
      {isReady && best && (
        <DeskButton
          deed={{ do: 'acceptLine', fields: { lineId: id, way: '0' }, lineId: id }}
          isMain
          label={`Accept: ${about}, ${names.get(best.customerId) ?? 'a customer'}`}
        >
          Accept
        </DeskButton>
      )}
      {isReady && back && (
        <DeskButton
          deed={{
            do: 'returnPayment',
            fields: { lineId: id, documentId: back.documentId },
            lineId: id,
          }}
          isMain
          label={`Returned: ${about}, ${back.number}`}
        >
          Returned
        </DeskButton>
      )}
      {amountMinor > 0 && (
        <ButtonLink
          href={toDo('edit')}
          scroll={false}
          size="sm"
          variant={isReady ? 'ghost' : 'default'}
          data-desk-key="e"
          data-line-main={isReady ? undefined : ''}
          aria-label={`Edit ${about}`}
        >
          Edit
        </ButtonLink>
      )}
      {amountMinor > 0 && (
        <ButtonLink
          href={toDo('split')}
          scroll={false}
          size="sm"
          variant="ghost"
          data-desk-key="s"
          aria-label={`Split ${about}`}
        >
          Split
        </ButtonLink>
      )}
      <ButtonLink
        href={toDo('ignore')}
        scroll={false}
        size="sm"
        variant="ghost"
        data-desk-key="i"
        data-line-main={amountMinor < 0 && !isReady ? '' : undefined}
        aria-label={`Ignore ${about}`}
      >
        Ignore
      </ButtonLink>
    </span>
  );
}
