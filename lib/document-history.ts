import type { PlainDate } from './domain/dates';
import { type DocumentKind, type DocumentSource, KIND_NAMES } from './domain/documents';
import { type Minor, toMinor } from './domain/money';
import { formatMoney } from './format';

/** What the history of a document is told from. */
export interface Told {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly documentDate: PlainDate;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly recordedAt: Date;
  readonly source: DocumentSource;
  readonly allocations: readonly {
    readonly allocationId: string;
    readonly amountMinor: Minor;
    readonly effectiveOn: PlainDate;
    readonly recordedAt: Date;
    /** When it was taken back; null while it stands, or when that is not known. */
    readonly undoneAt: Date | null;
    readonly undoneOn: PlainDate | null;
    readonly isReversal: boolean;
    readonly other: { readonly kind: DocumentKind; readonly number: string };
  }[];
  readonly reversedBy: {
    readonly number: string;
    readonly documentDate: PlainDate;
    readonly recordedAt: Date;
    readonly reason: string | null;
  } | null;
}

/** One thing that happened to a document. */
export interface HistoryEntry {
  readonly key: string;
  /** The day from which it counts. */
  readonly day: PlainDate;
  /** When somebody did it. */
  readonly at: Date;
  readonly title: string;
  /** By whom, or why; null for nothing. */
  readonly detail: string | null;
}

const SOURCES: Readonly<Record<Told['source'], string | null>> = {
  staff: null,
  api: 'Through the API',
  import: 'From an import',
  sample: 'Sample data',
  recurring: 'Billed by its rhythm',
  rule: 'By a rule of the business',
  sync: 'From the books that these follow',
};

/** What somebody did to a document; of a mail, where it went. */
interface Deed {
  readonly verb: string;
  readonly actorName: string;
  readonly at: Date;
  readonly on: PlainDate;
  readonly to: string | null;
}

/** Verbs that take a document back, and that mail it. */
const TAKES_BACK = /_(?:reversed|voided|recovered)$/;
const MAILS = /_sent$/;

/** What happened to a document, the latest first. `deeds` are who did what to it, `said` what was asked and answered, oldest first. */
export function documentHistory(
  told: Told,
  deeds: readonly Deed[],
  said: readonly HistoryEntry[],
): HistoryEntry[] {
  const { kind, number, documentDate, allocations, reversedBy } = told;
  const money = (amount: Minor) => formatMoney(toMinor(Math.abs(amount)), told.currency);
  const isCredit = told.amountMinor < 0;
  const author = deeds.find(({ verb }) => !TAKES_BACK.test(verb) && !MAILS.test(verb))?.actorName ?? null;
  const reverser = deeds.findLast(({ verb }) => TAKES_BACK.test(verb))?.actorName ?? null;
  const posted: HistoryEntry = {
    key: 'posted',
    day: documentDate,
    at: told.recordedAt,
    title:
      kind === 'payment' ? `Received ${money(told.amountMinor)}` : `${KIND_NAMES[kind]} ${number} posted`,
    detail: author ? `By ${author}` : SOURCES[told.source],
  };
  const applied = allocations
    .filter((each) => !each.isReversal)
    .flatMap((each): HistoryEntry[] => {
      const other = `${KIND_NAMES[each.other.kind].toLowerCase()} ${each.other.number}`;
      const amount = money(each.amountMinor);
      const entry = {
        day: each.effectiveOn,
        at: each.recordedAt,
        detail: isCredit ? `To ${other}` : `By ${other}`,
      };
      return [
        { ...entry, key: each.allocationId, title: isCredit ? `${amount} applied` : `${amount} settled` },
        ...(each.undoneOn
          ? [
              {
                ...entry,
                key: `${each.allocationId} undone`,
                day: each.undoneOn,
                at: each.undoneAt ?? each.recordedAt,
                title: `${amount} taken back`,
                detail: `From ${other}`,
              },
            ]
          : []),
      ];
    });
  const reversed: HistoryEntry[] = reversedBy
    ? [
        {
          key: 'reversed',
          day: reversedBy.documentDate,
          at: reversedBy.recordedAt,
          title: `${isCredit ? 'Reversed' : 'Voided'} by ${reversedBy.number}`,
          detail: [reversedBy.reason, reverser && `by ${reverser}`].filter(Boolean).join(', ') || null,
        },
      ]
    : [];
  // Told in the order in which it happened; on one day in the order of posting, applying, taking back, reversing.
  return [posted, ...mailed(deeds), ...said, ...applied, ...reversed]
    .map((entry, i) => ({ entry, i }))
    .toSorted((a, b) => compare(b.entry.day, a.entry.day) || b.i - a.i)
    .map(({ entry }) => entry);
}

/** The mails of a document. */
function mailed(deeds: readonly Deed[]): HistoryEntry[] {
  return deeds
    .filter(({ verb }) => MAILS.test(verb))
    .map(({ verb, at, on, to, actorName }) => ({
      key: `${verb} ${at.toISOString()}`,
      day: on,
      at,
      title: 'Sent by e-mail',
      detail: [to && `To ${to}`, `by ${actorName}`].filter(Boolean).join(', '),
    }));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
