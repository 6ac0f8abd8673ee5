import { z } from 'zod';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

/** Which people the settings list. */
export interface PeopleParams {
  /** Part of a name, an address or a customer’s name, among the customers' people; '' for all. */
  readonly q: string;
  /** The membership after which the page of the customers' people begins; null for the first page. */
  readonly after: string | null;
  /** The same for the business's own people. */
  readonly team: string | null;
}

/** Reads them from a URL; what cannot be read is named in `dropped`. */
export function readPeopleParams(params: SearchParams): { filters: PeopleParams; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const filters: PeopleParams = {
    q: read('q', z.string().trim().max(100), ''),
    after: read('after', z.uuid(), null),
    team: read('team', z.uuid(), null),
  };
  return { filters, dropped };
}
