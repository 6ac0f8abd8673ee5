/**
 * `busy`: no seat, no lock, or no room on the server in time. `unreachable`: no connection could be had.
 * `lost`: the connection broke off within the transaction. `late`: the transaction did not end in time.
 */
type Unavailability = 'busy' | 'unreachable' | 'lost' | 'late';

const SENTENCES: Readonly<Record<Unavailability, string>> = {
  busy: 'The database is busy.',
  unreachable: 'The database cannot be reached.',
  lost: 'The connection to the database was lost.',
  late: 'The database did not answer in time.',
};

/**
 * The database could not do its part; nobody did anything wrong, and the same request may succeed later (503).
 * `maybeSaved` is true only when COMMIT was under way: the outcome is unknown, and repeating the request under
 * the same request id is the way to learn it. Otherwise nothing was saved. `cause` is for the log.
 */
export class DatabaseUnavailable extends Error {
  /** What Next shows of an error in production: begins with "database", so that the error page can say so. */
  readonly digest = `database-${crypto.randomUUID().slice(0, 8)}`;

  constructor(
    readonly reason: Unavailability,
    readonly maybeSaved: boolean,
    cause?: unknown,
  ) {
    super(SENTENCES[reason], { cause });
    this.name = 'DatabaseUnavailable';
  }
}

/** An error as PostgreSQL sent it. */
interface ServerError extends Error {
  /** SQLSTATE: five letters and digits, the first two of which name the class. */
  readonly code: string;
  /** The function of the server's source that raised it. */
  readonly routine?: string;
}

/** What PostgreSQL answered, wherever the query builder and others wrapped it; undefined when it did not. */
export function serverError(error: unknown): ServerError | undefined {
  if (!(error instanceof Error)) return undefined;
  return isServerError(error) ? error : serverError(error.cause);
}

/** Whether PostgreSQL refused a row because there is one with the same key, maybe since a moment ago. */
export function isTaken(error: unknown): boolean {
  return serverError(error)?.code === '23505';
}

function isServerError(error: Error): error is ServerError {
  return error.name === 'PostgresError' && 'code' in error && typeof error.code === 'string';
}

/** What an answer says about the database's ability to serve; undefined when the statement was at fault. */
export function unavailability({ code }: ServerError): Unavailability | undefined {
  if (/^(40001|40P01|53|55P03)/.test(code)) return 'busy';
  if (/^(57014|25P0[34])/.test(code)) return 'late';
  if (code === '57P03') return 'unreachable';
  if (/^(08(?!P01)|57P|58)/.test(code)) return 'lost';
  return undefined;
}

/** Rolled back for no fault of its own: a conflict, or a statement prepared before its table was migrated. */
export function isRepeatable({ code, routine }: ServerError): boolean {
  return /^40(001|P01)$/.test(code) || routine === 'RevalidateCachedQuery';
}
