import { textOf } from './activity-fields';
import type { ActivityDeed, Word } from './activity-phrases';

/** What is done to a kept view, in words. */
export const VIEW_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  view_saved: ({ after }) => [`saved ${named(after)}`],
  view_renamed: ({ before, after }) => [
    `renamed ${named(before)}${textOf(after, 'name') === null ? '' : ` to ${textOf(after, 'name')}`}`,
  ],
  view_deleted: ({ before }) => [`deleted ${named(before)}`],
};

function named(facts: unknown): string {
  const name = textOf(facts, 'name');
  return name === null ? 'a view' : `the view ${name}`;
}
