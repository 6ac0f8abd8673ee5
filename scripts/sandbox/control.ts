import { z } from 'zod';
import { OBJECTS, type SandboxBooks } from './books';
import { DRIFTS, type DriftName, FAULTS, type FaultName } from './faults';

const Order = z.object({
  fault: z.custom<FaultName | DriftName>(
    (name) => typeof name === 'string' && (name in FAULTS || DRIFTS.some((drift) => drift === name)),
  ),
  times: z.int().min(1).default(1),
});
const Row = z.looseObject({ id: z.string(), gone: z.literal(true).optional() });

interface Controlled {
  readonly books: SandboxBooks;
  readonly order: (fault: FaultName | DriftName, times: number) => void;
}

/**
 * `POST /sandbox/fault` orders something to go wrong; `POST /sandbox/<list>` puts a row in place of the one with its id, and
 * `{ id, gone: true }` takes it away. Answers status and body.
 */
export function control({ books, order }: Controlled, what: string, body: unknown): [number, unknown] {
  if (what === 'fault') {
    const asked = Order.safeParse(body);
    if (!asked.success) return [400, { message: 'Nothing of that name can go wrong' }];
    order(asked.data.fault, asked.data.times);
    return [200, { ordered: asked.data }];
  }
  const object = OBJECTS.find((each) => each === what);
  const asked = Row.safeParse(body);
  if (!object || !asked.success) return [400, { message: 'There is no such list, or the row has no id' }];
  const { gone, ...row } = asked.data;
  books.rows[object] = [...books.rows[object].filter((each) => each.id !== row.id), ...(gone ? [] : [row])];
  return [200, { rows: books.rows[object].length }];
}
