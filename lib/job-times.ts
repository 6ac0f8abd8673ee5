import type { PlainDate } from './domain/dates';
import { type JobTime, lastHour, runsOn } from './domain/job-times';
import { JOB_NAMES, type JobName } from './jobs';

/** What a business says of when its jobs run; null: not by themselves. */
export interface JobSettings {
  readonly remindersAt: number | null;
  readonly digestAt: number | null;
  readonly statementsOn: number | null;
  /** Whether the books follow others. */
  readonly isConnected: boolean;
}

/** Hour of the monthly statements. */
const STATEMENTS_AT = 8;
/** Hour of the check of the books: when nobody works. */
const VERIFY_AT = 3;
/** The first hour and the rhythm of the sync: one of its runs is at six, before anybody works. */
const SYNC = { hour: 2, everyHours: 4 };

/** When each job of a business runs; null: only when somebody asks for it. */
export function jobTimes(settings: JobSettings): Readonly<Record<JobName, JobTime | null>> {
  const { remindersAt, digestAt, statementsOn, isConnected } = settings;
  return {
    recurring: daily(0),
    'late-fees': daily(0),
    reminders: remindersAt === null ? null : { ...daily(remindersAt), isBusinessDaysOnly: true },
    statements: statementsOn === null ? null : { ...daily(STATEMENTS_AT), dayOfMonth: statementsOn },
    digest: digestAt === null ? null : daily(digestAt),
    verify: daily(VERIFY_AT),
    sync: isConnected ? { ...daily(SYNC.hour), everyHours: SYNC.everyHours } : null,
  };
}

/** The jobs of a business whose hour has come on a day; `slot` is that hour where there are several, else 0. */
export function jobsDue(
  settings: JobSettings,
  now: { readonly day: PlainDate; readonly hour: number },
): { job: JobName; slot: number }[] {
  const times = jobTimes(settings);
  return JOB_NAMES.flatMap((job) => {
    const time = times[job];
    const hour = time && runsOn(time, now.day) ? lastHour(time, now.hour) : null;
    return hour === null ? [] : [{ job, slot: time?.everyHours ? hour : 0 }];
  });
}

function daily(hour: number): JobTime {
  return { hour, dayOfMonth: null, isBusinessDaysOnly: false, everyHours: null };
}
