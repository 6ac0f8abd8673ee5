import type { PlainDate } from './domain/dates';
import { type JobTime, runsOn } from './domain/job-times';
import { JOB_NAMES, type JobName } from './jobs';

/** What a business says of when its jobs run; null: not by themselves. */
export interface JobSettings {
  readonly remindersAt: number | null;
  readonly digestAt: number | null;
  readonly statementsOn: number | null;
}

/** Hour of the monthly statements. */
const STATEMENTS_AT = 8;
/** Hour of the check of the books: when nobody works. */
const VERIFY_AT = 3;

/** When each job of a business runs; null: only when somebody asks for it. */
export function jobTimes(settings: JobSettings): Readonly<Record<JobName, JobTime | null>> {
  const { remindersAt, digestAt, statementsOn } = settings;
  return {
    recurring: daily(0),
    'late-fees': daily(0),
    reminders: remindersAt === null ? null : { ...daily(remindersAt), isBusinessDaysOnly: true },
    statements: statementsOn === null ? null : { ...daily(STATEMENTS_AT), dayOfMonth: statementsOn },
    digest: digestAt === null ? null : daily(digestAt),
    verify: daily(VERIFY_AT),
  };
}

/** The jobs of a business whose hour has come on a day. */
export function jobsDue(
  settings: JobSettings,
  now: { readonly day: PlainDate; readonly hour: number },
): JobName[] {
  const times = jobTimes(settings);
  return JOB_NAMES.filter((name) => {
    const time = times[name];
    return time !== null && now.hour >= time.hour && runsOn(time, now.day);
  });
}

function daily(hour: number): JobTime {
  return { hour, dayOfMonth: null, isBusinessDaysOnly: false };
}
