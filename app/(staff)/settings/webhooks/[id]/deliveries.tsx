import { DeedForm } from '@/components/forms/deed-form';
import { Badge, type Tone } from '@/components/ui/badge';
import type { Delivery } from '@/db/queries/webhooks';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatInstant } from '@/lib/format';
import { uuid7 } from '@/lib/uuid';
import { resendDelivery } from '../actions';

interface DeliveriesProps {
  readonly rows: readonly Delivery[];
  readonly timeZone: string;
  readonly today: PlainDate;
}

const STATES: Readonly<Record<Delivery['state'], { readonly word: string; readonly tone: Tone }>> = {
  queued: { word: 'Waiting', tone: 'neutral' },
  sending: { word: 'On its way', tone: 'info' },
  sent: { word: 'Arrived', tone: 'positive' },
  dead: { word: 'Given up', tone: 'bad' },
};

/** What was sent to an address or waits for it, the newest first. */
export function Deliveries({ rows, timeZone, today }: DeliveriesProps) {
  const at = (instant: Date) => formatInstant(instant, timeZone, today);
  return (
    <div className="panel tbl-scroll relative overflow-hidden">
      <table className="tbl">
        <caption className="sr-only">Deliveries</caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Happened</th>
            <th scope="col">State</th>
            <th scope="col">Attempts</th>
            <th scope="col">
              <span className="sr-only">Send again</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <details>
                  <summary className="cursor-pointer">
                    <code className="text-meta">{row.event}</code>
                  </summary>
                  <p className="mt-1 text-meta font-normal text-muted-foreground">Event {row.eventId}</p>
                  <pre className="mt-1 max-w-[60ch] text-meta font-normal break-all whitespace-pre-wrap">
                    {row.body ?? 'It is written when it is first sent.'}
                  </pre>
                </details>
              </th>
              <td className="text-muted-foreground">{at(row.happenedAt)}</td>
              <td>
                <Badge tone={STATES[row.state].tone}>{STATES[row.state].word}</Badge>
                {row.problem && <span className="block text-meta text-muted-foreground">{row.problem}</span>}
                {row.state === 'queued' && row.attempts > 0 && (
                  <span className="block text-meta text-muted-foreground">Next at {at(row.sendAfter)}</span>
                )}
              </td>
              <td className="fig text-muted-foreground">{formatCount(row.attempts)}</td>
              <td className="text-right">
                {row.state !== 'sending' && (
                  <DeedForm
                    action={resendDelivery}
                    values={{ deliveryId: row.id }}
                    requestId={uuid7()}
                    variant="ghost"
                  >
                    Send again<span className="sr-only"> {row.event}</span>
                  </DeedForm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
