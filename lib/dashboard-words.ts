import { textOf } from './activity-fields';
import type { ActivityDeed, Word } from './activity-phrases';

/** What is done to a dashboard, in words. */
export const DASHBOARD_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  dashboard_created: ({ after }) => [`made ${named(after)}`],
  dashboard_arranged: ({ after }) => [`arranged ${named(after)}`],
  dashboard_renamed: ({ before, after }) => [
    `renamed ${named(before)}${textOf(after, 'name') === null ? '' : ` to ${textOf(after, 'name')}`}`,
  ],
  dashboard_shared: ({ after }) => [`shared ${named(after)} with the business`],
  dashboard_unshared: ({ after }) => [`stopped sharing ${named(after)}`],
  dashboard_deleted: ({ before }) => [`deleted ${named(before)}`],
};

function named(facts: unknown): string {
  const name = textOf(facts, 'name');
  return name === null ? 'a dashboard' : `the dashboard ${name}`;
}
