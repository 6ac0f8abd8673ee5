import type { Letter, LetterTools } from './letter';
import type { Amount, DigestParams } from './params';

/** The day before in figures, for staff: what is not there is left out. */
export function digestLetter(params: DigestParams, { words, figures }: LetterTools): Letter {
  const { digest } = words;
  const day = figures.day(params.day);
  const amounts = (label: string, list: readonly Amount[]) =>
    list.map((each) => [label, figures.money(each.amountMinor, each.currency)]);
  const counts: readonly (readonly [string, number])[] = [
    [digest.promisesDue, params.promisesDue],
    [digest.promisesBroken, params.promisesBroken],
    [digest.mailsFailed, params.mailsFailed],
    [digest.needPerson, params.needPerson],
  ];
  return {
    subject: digest.subject(day),
    paragraphs: [digest.text(day)],
    table: {
      head: [],
      rows: [
        ...amounts(digest.owed, params.owed),
        ...amounts(digest.late, params.late),
        ...amounts(digest.received, params.received),
        ...counts.filter(([, count]) => count > 0).map(([label, count]) => [label, String(count)]),
      ],
      total: null,
    },
    button: digest.button,
    after: [digest.chain(params.chain)],
  };
}
