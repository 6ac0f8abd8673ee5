import 'server-only';
import { once } from '@/db/commands/once';
import { type Tx, withScope } from '@/db/scope';
import type { Actor } from '@/lib/actor';

/** What a form did, and what follows from it in `detail`. `secret` is shown once and stored nowhere, so a repeat of the request answers without it. */
export interface Done {
  readonly message: string;
  readonly detail?: string;
  readonly id?: string;
  readonly secret?: string;
}

/** What is asked for, and the milliseconds that it may take; undefined is what every page has. */
type Request = Parameters<typeof once>[1] & { readonly within?: number | undefined };

/** Does what a form asks for in one transaction, once per request id. */
export function doOnce(
  actor: Actor,
  { within, ...request }: Request,
  run: (tx: Tx) => Promise<Done>,
): Promise<Done> {
  const work = async (tx: Tx) => {
    let shown: Pick<Done, 'secret'> = {};
    const { answer } = await once(tx, request, async () => {
      const { secret, ...kept } = await run(tx);
      if (secret !== undefined) shown = { secret };
      return kept;
    });
    return { ...answer, ...shown };
  };
  return withScope(actor, 'write', work, within);
}
