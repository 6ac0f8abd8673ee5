import { Badge } from '@/components/ui/badge';
import type { apiKeyList } from '@/db/queries/api-keys';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { keyMay } from '@/lib/key-words';
import { uuid7 } from '@/lib/uuid';
import { NewKeyForm } from './new-key-form';
import { RevokeKey } from './revoke-key';
import { RotateKey } from './rotate-key';

interface ApiKeysProps {
  readonly keys: Awaited<ReturnType<typeof apiKeyList>>;
  readonly timeZone: string;
  readonly today: PlainDate;
  /** Requests a minute of a key without a limit of its own. */
  readonly perMinute: number;
}

/** The keys that programs sign in with, newest first, and a form for another. */
export function ApiKeys({ keys, perMinute, ...when }: ApiKeysProps) {
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
                <th scope="col">Last used</th>
                <th scope="col">Ends</th>
                <th scope="col">
                  <span className="sr-only">Rotate or revoke</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <KeyRow key={key.id} of={key} {...when} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NewKeyForm requestId={uuid7()} perMinute={perMinute} />
    </div>
  );
}

interface KeyRowProps extends Pick<ApiKeysProps, 'timeZone' | 'today'> {
  readonly of: ApiKeysProps['keys'][number];
}

function KeyRow({ of: key, timeZone, today }: KeyRowProps) {
  const day = (at: Date) => formatDay(todayIn(timeZone, at), { today });
  return (
    <tr>
      <th scope="row" className="max-w-[220px] min-w-32 py-2! break-words whitespace-normal!">
        {key.name}
      </th>
      <td className="fig text-muted-foreground">{key.prefix}…</td>
      <td className="text-muted-foreground">
        {keyMay(key)}
        {key.callsPerMinute !== null && `, ${key.callsPerMinute} times a minute`}
      </td>
      <td className="text-muted-foreground">{day(key.createdAt)}</td>
      <td className="text-muted-foreground">{key.lastUsedAt ? day(key.lastUsedAt) : 'Never'}</td>
      <td className="text-muted-foreground">{key.expiresAt ? day(key.expiresAt) : 'Never'}</td>
      <td className="text-right">
        {key.revokedAt ? (
          <Badge>Revoked {day(key.revokedAt)}</Badge>
        ) : key.hasEnded ? (
          <Badge>Ended</Badge>
        ) : (
          <span className="inline-flex gap-2">
            <RotateKey id={key.id} name={key.name} requestId={uuid7()} />
            <RevokeKey id={key.id} name={key.name} requestId={uuid7()} />
          </span>
        )}
      </td>
    </tr>
  );
}
