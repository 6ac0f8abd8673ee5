import { Plug } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import type { Connection } from '@/db/queries/connection';
import { SOURCES } from '@/lib/sources/sources';

interface ConnectionCardProps {
  readonly connection: Connection;
  readonly mayManage: boolean;
}

/** The books that these follow, and whether they still answer. */
export function ConnectionCard({ connection, mayManage }: ConnectionCardProps) {
  return (
    <section
      aria-label="Connection"
      className="panel flex flex-wrap items-center gap-4 px-5 py-3.5 max-md:px-4"
    >
      <span className="grid size-9 place-items-center rounded-[9px] bg-muted">
        <Plug aria-hidden className="size-4" />
      </span>
      <div className="min-w-0">
        <p className="font-medium">
          {connection.system}
          {connection.company !== null && `, ${connection.company}`}
        </p>
        <p className="text-muted-foreground">
          {connection.problem ??
            `Through ${SOURCES[connection.source].label}, read only. Customers, invoices, payments, credit memos.`}
        </p>
      </div>
      <div className="ml-auto flex items-center gap-3">
        {connection.problem === null ? (
          <Badge tone="positive">Connected</Badge>
        ) : (
          <Badge tone="bad">Needs you</Badge>
        )}
        <span className="text-meta text-subtle max-md:hidden">Every 4 hours, everything at 06:00</span>
        {mayManage && (
          <ButtonLink size="sm" href="/settings/connection">
            Change
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
