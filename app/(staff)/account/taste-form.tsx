'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { type OwnTaste, START_PAGES } from '@/lib/own-taste';
import { ownTasteAction } from './taste-actions';

interface TasteFormProps {
  readonly taste: OwnTaste;
  /** Whether the business sends a daily summary to people of this role; else it is not asked for. */
  readonly offersDigest: boolean;
}

const FIELDS = ['start', 'theme', 'density', 'isLive', 'getsDigest'];

/** How somebody likes the application, on every browser. */
export function TasteForm({ taste, offersDigest }: TasteFormProps) {
  const { state, errorOf, form } = useForm(ownTasteAction, { status: 'idle' });
  const choice = (
    name: keyof OwnTaste,
    label: string,
    options: readonly (readonly [value: string, label: string])[],
    hint?: string,
  ) => (
    <Field name={name} label={label} hint={hint} error={errorOf(name)}>
      {(control) => (
        <Select {...control} defaultValue={String(taste[name])}>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <form {...form} className="flex flex-col gap-4">
      {choice('start', 'Begin with', START_PAGES, 'After you sign in.')}
      {choice('theme', 'Theme', [
        ['system', 'As the system'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ])}
      {choice('density', 'Lines of tables', [
        ['comfortable', 'Comfortable'],
        ['compact', 'Compact'],
      ])}
      {choice(
        'isLive',
        'Figures of open pages',
        [
          ['true', 'Fresh by themselves'],
          ['false', 'As they were when the page was opened'],
        ],
        'When somebody else records something.',
      )}
      {offersDigest ? (
        choice('getsDigest', 'Daily summary by mail', [
          ['true', 'Send it to me'],
          ['false', 'Not to me'],
        ])
      ) : (
        <input type="hidden" name="getsDigest" value={String(taste.getsDigest)} />
      )}
      <FormMessage state={state} fields={FIELDS} />
      <SubmitButton variant="default" className="self-start max-md:h-11" pendingLabel="Saving…">
        Save
      </SubmitButton>
    </form>
  );
}
