import { expect, test } from 'vitest';
import { asOfPresets, lastMonthEnd } from '@/lib/as-of';
import { toPlainDate } from '@/lib/domain/dates';

const days = (today: string) => asOfPresets(toPlainDate(today)).map(({ day }) => day);

test.each([
  ['2026-11-20', ['2026-11-20', '2026-10-31', '2026-09-30', '2025-12-31']],
  ['2026-01-01', ['2026-01-01', '2025-12-31', '2025-12-31', '2025-12-31']],
  ['2026-03-31', ['2026-03-31', '2026-02-28', '2025-12-31', '2025-12-31']],
  ['2024-04-30', ['2024-04-30', '2024-03-31', '2024-03-31', '2023-12-31']],
])('on %s the last month, quarter and year are the completed ones', (today, expected) => {
  expect(days(today)).toEqual(expected);
  expect(lastMonthEnd(toPlainDate(today))).toBe(expected[1]);
});
