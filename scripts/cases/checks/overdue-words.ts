import { addDays, type PlainDate } from '@/lib/domain/dates';
import { Unsupported } from '../outcome';
import type { Trial } from './overdue-probe';

/** What a rule says of one invoice. */
interface Said {
  readonly trial: Trial;
  readonly isLate: boolean;
}

const DUE = String.raw`(?:the )?(?:payment )?due(?: date| day| on)?`;
const DAY = String.raw`(?:today|on|now|as of|as of (?:day|date)|current (?:day|date)|the (?:day|date)|date|job date|run date)`;

/** Overdue from the day after the due day on. */
const AFTER = [
  `${DUE} (?:is )?(?:<|before|earlier than|strictly before) ${DAY}`,
  `${DAY} (?:is )?(?:>|after|later than|strictly after) ${DUE}`,
  `(?:strictly )?(?:after|past) ${DUE}`,
  `strictly(?: after| past| later)?`,
  `(?:the |one |1 )?day after ${DUE}`,
  `(?:from )?(?:the )?day after ${DUE}(?: on)?`,
  `${DUE} (?:has )?passed`,
  `${DUE} in the past`,
  `days (?:past due|overdue|late) (?:>|above) 0`,
  `days (?:past due|overdue|late) >= 1`,
  `(?:not|never) (?:overdue )?on ${DUE}(?: itself)?`,
  `due today is not (?:over)?(?:due|late)`,
];

/** Overdue on the due day already. */
const FROM = [
  `${DUE} (?:is )?(?:<=|on or before|not after) ${DAY}`,
  `${DAY} (?:is )?(?:>=|on or after|not before) ${DUE}`,
  `(?:on or after|from|since|on) ${DUE}(?: on)?`,
  'inclusive',
  'days (?:past due|overdue|late) >= 0',
];

const OWED =
  /^(?:(?:amount |balance |still )?(?:outstanding|open|unpaid|balance|not paid|unsettled|amount due)(?: amount| balance)?(?: (?:>|above|not|!=|<>) (?:0|zero))?|(?:is )?not paid|payment status (?:=|is|not) (?:pending|succeeded))$/;
const POSTED =
  /^(?:(?:is |status |= )*(?:finalized|posted|not draft|sent|issued|status (?:=|is) (?:finalized|posted)))$/;

/**
 * What a rule in words says of invoices around a due day: on the days about it, and of paid ones and drafts where it mentions
 * them. @throws Unsupported for words that it does not know.
 */
export function ruleOf(words: string, due: PlainDate, where: string): Said[] {
  const parts = words
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/(<=|>=|<>|!=|<|>|=)/g, ' $1 ')
    .split(/\s*(?:&&|,|;|\band\b|\bwith\b|\bwhile\b)\s*/)
    .map((part) =>
      part.replace(/^(?:an? )?(?:invoice )?(?:is |counts as )?(?:overdue )?(?:if |when |once )?/, ''),
    )
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new Unsupported(`${where} of no words`);
  return parts.flatMap((part) => said(part, due, where));
}

function said(part: string, due: PlainDate, where: string): Said[] {
  const around = (onDue: boolean): Said[] => [
    { trial: { due, on: addDays(due, -1) }, isLate: false },
    { trial: { due, on: due }, isLate: onDue },
    { trial: { due, on: addDays(due, 1) }, isLate: true },
  ];
  if (isOneOf(AFTER, part)) return around(false);
  if (isOneOf(FROM, part)) return around(true);
  const on = addDays(due, 1);
  const days = /^(\d+) days? (?:after|past) (?:the )?due(?: date| day)?$/.exec(part)?.[1];
  if (days !== undefined)
    return [
      { trial: { due, on: addDays(due, Number(days) - 1) }, isLate: false },
      { trial: { due, on: addDays(due, Number(days)) }, isLate: true },
    ];
  if (OWED.test(part)) return [{ trial: { due, on, outstanding: 0 }, isLate: false }];
  if (POSTED.test(part)) return [{ trial: { due, on, state: 'draft' }, isLate: false }];
  throw new Unsupported(`${where}: ${part}`);
}

function isOneOf(patterns: readonly string[], part: string): boolean {
  return patterns.some((pattern) => new RegExp(`^(?:${pattern})$`).test(part));
}
