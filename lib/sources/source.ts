import type { Minor } from '../domain/money';
import type { Fact, SourceObject } from './facts';
import type { Reason } from './reasons';

/** Books elsewhere, as they call themselves. */
export interface SourceBooks {
  /** The program they are kept in: "QuickBooks". */
  readonly system: string;
  readonly company: string | null;
  readonly currency: string | null;
  /** IANA name: their days are days of it. */
  readonly timeZone: string | null;
}

/** A row as it came. */
export interface SourceRow {
  readonly object: SourceObject;
  readonly id: string;
  /** When it changed last, ISO text; null: not said. */
  readonly updatedAt: string | null;
  readonly raw: unknown;
}

/** Where a list is to be read on. `lastId` is the last row of the page before, which the next begins with unless rows moved. */
export interface PageCursor {
  readonly offset: number;
  readonly lastId: string | null;
  /** How often the list was found to have moved. */
  readonly moved: number;
}

/** A page of a list; `next` is null on the last. */
interface SourcePage {
  readonly rows: readonly SourceRow[];
  readonly next: PageCursor | null;
}

/** What a row says, or why that cannot be booked. What is known of it nevertheless goes with the reason. */
export type Reading =
  | { readonly fact: Fact }
  | {
      readonly reason: Reason;
      /** What exactly, in a sentence; '' when the reason says it all. */
      readonly detail: string;
      readonly contactId: string | null;
      readonly currency: string | null;
      /** What it leaves open by the other books, below 0 for a credit; null when that cannot be read. */
      readonly openMinor: Minor | null;
    };

/** A connection to books elsewhere. Everything reads; nothing is ever written there. Each may throw SourceError. */
export interface SourceClient {
  books(): Promise<SourceBooks>;
  /** A page of a list, of rows changed at or after `since` where the books can tell. */
  page(object: SourceObject, cursor: PageCursor, since: string | null): Promise<SourcePage>;
  /** One row as it is now; null when it is gone. */
  one(object: SourceObject, id: string): Promise<SourceRow | null>;
}

/** A way to books elsewhere: one folder beside this file. */
export interface Source {
  /** What the way is called: "Unified.to". */
  readonly label: string;
  /** What each region of it is called, by name. */
  readonly regions: Readonly<Record<string, string>>;
  connect(settings: SourceSettings): SourceClient;
  /** What a row says. Pure. */
  read(
    row: Pick<SourceRow, 'object' | 'raw'>,
    books: Pick<SourceBooks, 'currency'> & { readonly timeZone: string },
  ): Reading;
}

/** What opens a connection. */
export interface SourceSettings {
  readonly region: string;
  /** The connection's name in the service. */
  readonly account: string;
  readonly key: string;
}

/** Where every list begins. */
export const FIRST_PAGE: PageCursor = { offset: 0, lastId: null, moved: 0 };

/** Books elsewhere did not answer as they should. Its message is a sentence for people. */
export class SourceError extends Error {
  /** `refused`: trying again does not help until somebody connects anew. */
  constructor(
    readonly kind: 'refused' | 'unsupported' | 'failed',
    message: string,
  ) {
    super(message);
    this.name = 'SourceError';
  }
}
