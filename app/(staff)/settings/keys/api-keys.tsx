import { Badge } from '@/components/ui/badge';
import type { apiKeyList } from '@/db/queries/api-keys';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { uuid7 } from '@/lib/uuid';
import { NewKeyForm } from './new-key-form';
import { RevokeKey } from './revoke-key';

interface ApiKeysProps {
  readonly keys: Awaited<ReturnType<typeof apiKeyList>>;
  readonly timeZone: string;
  readonly today: PlainDate;
}

const WORDS = { admin: 'read and write', manager: 'read' } as const;

/** The keys that programs sign in with, newest first, and a form for another. */
export function ApiKeys({ keys, timeZone, today }: ApiKeysProps) {
  const day = (at: Date) => formatDay(todayIn(timeZone, at), { today });
  return (
    <div className="flex flex-col gap-5">
      {keys.length > 0 && (
        <div className="panel tbl-scroll relative overflow-hidden">
          <table className="tbl">
            <caption className="sr-only">API keys</caption>
            <thead>
              <tr>
                <th scope="col">Used by</th>
                <th scope="col">Begins with</th>
                <th scope="col">May</th>
                <th scope="col">Made</th>
                <th scope="col">
                  <span className="sr-only">Revoke</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key.id}>
                  <th scope="row">{key.name}</th>
                  <td className="fig text-muted-foreground">{key.prefix}…</td>
                  <td className="text-muted-foreground">
                    {key.role === 'customer' ? `read what ${key.customer} owes` : WORDS[key.role]}
                  </td>
                  <td className="text-muted-foreground">{day(key.createdAt)}</td>
                  <td className="text-right">
                    {key.revokedAt ? (
                      <Badge>Revoked {day(key.revokedAt)}</Badge>
                    ) : (
                      <RevokeKey id={key.id} name={key.name} requestId={uuid7()} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NewKeyForm requestId={uuid7()} />
    </div>
  );
}
