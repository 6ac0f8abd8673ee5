import { Badge, type Tone } from '@/components/ui/badge';
import { Kbd } from '@/components/ui/kbd';
import type { DeskLine } from '@/db/queries/bank-lines';
import { CONFIDENCE_WORDS, candidateWords } from '@/lib/bank/proposal-words';
import type { Confidence } from '@/lib/domain/matching/proposal';
import { formatDay } from '@/lib/format';
import { DeskButton } from './desk-button';

interface ProposalCellProps {
  readonly line: DeskLine;
  readonly names: ReadonlyMap<string, string>;
  readonly mayWrite: boolean;
}

const TONES: Readonly<Record<Confidence, Tone>> = { exact: 'positive', likely: 'info', choose: 'warning' };

/** What a line most probably is, in words, and where that is a question the answers to it. */
export function ProposalCell({ line, names, mayWrite }: ProposalCellProps) {
  const { proposal, currency } = line;
  if (!proposal) return <span className="text-muted-foreground">Not matched yet.</span>;
  const { confidence, candidates, payments } = proposal;
  const [best] = candidates;
  const badge = <Badge tone={TONES[confidence]}>{CONFIDENCE_WORDS[confidence]}</Badge>;
  if (confidence !== 'choose' && best)
    return (
      <div>
        <div className="flex flex-wrap items-center gap-2">
          {badge}
          <span className="font-medium">{names.get(best.customerId) ?? 'A customer'}</span>
        </div>
        <p className="mt-0.5 whitespace-normal text-muted-foreground">{candidateWords(best, currency)}</p>
      </div>
    );
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        {badge}
        <span className="whitespace-normal text-muted-foreground">{questionOf(line)}</span>
      </div>
      {mayWrite && (
        <ol className="mt-1 flex flex-col items-start gap-1">
          {payments.map((payment, i) => (
            <li key={payment.documentId}>
              <PaymentAnswer line={line} number={i} payment={payment} names={names} />
            </li>
          ))}
          {candidates.map((candidate, i) => (
            <li key={`${candidate.customerId} ${candidate.how}`}>
              <DeskButton
                deed={{ do: 'acceptLine', fields: { lineId: line.id, way: String(i) }, lineId: line.id }}
                deskKey={String(payments.length + i + 1)}
                variant="ghost"
                className="h-auto! justify-start py-1 text-left whitespace-normal!"
              >
                <Kbd>{String(payments.length + i + 1)}</Kbd>
                <span>
                  <span className="font-medium">{names.get(candidate.customerId) ?? 'A customer'}</span>
                  <span className="font-normal text-muted-foreground">
                    : {candidateWords(candidate, currency)}
                  </span>
                </span>
              </DeskButton>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

interface PaymentAnswerProps {
  readonly line: DeskLine;
  readonly number: number;
  readonly payment: NonNullable<DeskLine['proposal']>['payments'][number];
  readonly names: ReadonlyMap<string, string>;
}

function PaymentAnswer({ line: { id, amountMinor }, number, payment, names }: PaymentAnswerProps) {
  const isReturn = amountMinor < 0;
  const { documentId, customerId, receivedOn } = payment;
  return (
    <DeskButton
      deed={{
        do: isReturn ? 'returnPayment' : 'sameAsPayment',
        fields: { lineId: id, documentId },
        lineId: id,
      }}
      deskKey={String(number + 1)}
      variant="ghost"
      className="h-auto! justify-start py-1 text-left whitespace-normal!"
    >
      <Kbd>{String(number + 1)}</Kbd>
      <span>
        <span className="font-medium">
          {isReturn ? `${payment.number} came back` : `It is ${payment.number}`}
        </span>
        <span className="font-normal text-muted-foreground">
          : {names.get(customerId) ?? 'a customer'}, received {formatDay(receivedOn)}
        </span>
      </span>
    </DeskButton>
  );
}

function questionOf({ amountMinor, proposal }: DeskLine): string {
  const [candidates, payments] = [proposal?.candidates.length ?? 0, proposal?.payments.length ?? 0];
  if (amountMinor < 0) {
    if (payments === 0) return 'Money out. No payment of this amount came in lately.';
    return payments === 1
      ? 'Money out. Is it a payment that came back?'
      : 'Money out. Which payment came back?';
  }
  if (payments > 0) return 'A payment of this amount is booked already. Is it the same?';
  if (candidates === 0) return 'Nothing tells whose money this is.';
  return candidates === 1
    ? 'Only the amount, or only a part of it, speaks for this one.'
    : 'More than one would fit.';
}
