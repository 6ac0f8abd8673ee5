'use client';
import { areKeysOn, setKeysOn } from './keys';
import type { Place } from './shortcuts';
import { Checkbox } from './ui/checkbox';
import { Dialog } from './ui/dialog';
import { Kbd } from './ui/kbd';

const TABLE_KEYS = [
  { keys: ['J'], label: 'Next row (also ↓)' },
  { keys: ['K'], label: 'Previous row (also ↑)' },
  { keys: ['Enter'], label: 'Open the row' },
  { keys: ['E'], label: 'Show or hide what the row holds' },
  { keys: ['X'], label: 'Select the row (Shift: all since the last)' },
  { keys: ['R'], label: 'Remind the customers of the rows that are selected' },
  { keys: ['/'], label: 'Search the table' },
];

const WORK_KEYS = [
  { keys: ['J', 'K'], label: 'Next customer, previous customer' },
  { keys: ['C'], label: 'Go to how the call went' },
  { keys: ['P'], label: 'They promised (D disputes, Y says it’s paid)' },
  { keys: ['M'], label: 'Left a message (A no answer, T spoke)' },
  { keys: ['N'], label: 'Write a note' },
  { keys: ['R'], label: 'Remind of what is late' },
  { keys: ['S'], label: 'Snooze (also H; E done for today)' },
  { keys: ['O'], label: 'Open the account' },
  { keys: ['Esc'], label: 'Leave a field, to use these keys again' },
];

const CUSTOMER_KEYS = [
  { keys: ['C'], label: 'Log a call' },
  { keys: ['P'], label: 'Record a payment' },
  { keys: ['R'], label: 'Remind' },
  { keys: ['I'], label: 'New invoice' },
  { keys: ['N'], label: 'Write a note' },
  { keys: ['O'], label: 'Note a promise' },
  { keys: ['S'], label: 'Statement' },
];

const INVOICE_KEYS = [
  { keys: ['J', 'K'], label: 'Next invoice, previous invoice of the list' },
  { keys: ['P'], label: 'Record a payment' },
  { keys: ['R'], label: 'Remind' },
  { keys: ['L'], label: 'Copy the pay link' },
];

const DASHBOARD_KEYS = [
  { keys: ['E'], label: 'Edit the layout' },
  { keys: ['Space'], label: 'While editing: pick a widget up, or drop it' },
  { keys: ['Esc'], label: 'Put it back' },
];

interface ShortcutsDialogProps {
  readonly places: readonly Place[];
  readonly onClose: () => void;
}

/** The list of keys. */
export function ShortcutsDialog({ places, onClose }: ShortcutsDialogProps) {
  const anywhere = [
    ...places.map(({ key, label }) => ({ keys: ['G', key.toUpperCase()], label: `Go to ${label}` })),
    { keys: ['Z'], label: 'Undo what was just saved' },
    { keys: ['?'], label: 'Show this list' },
  ];
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts" size="sm">
      <div className="flex flex-col gap-5 px-6 py-5 max-md:px-4">
        <KeyList title="Anywhere" rows={anywhere} />
        <KeyList title="In a table" rows={TABLE_KEYS} />
        <KeyList title="On the worklist" rows={WORK_KEYS} />
        <KeyList title="On the page of a customer" rows={CUSTOMER_KEYS} />
        <KeyList title="On the page of an invoice" rows={INVOICE_KEYS} />
        <KeyList title="On the dashboard" rows={DASHBOARD_KEYS} />
        <Checkbox
          label="Use these keys in this browser"
          defaultChecked={areKeysOn()}
          onChange={(event) => setKeysOn(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly rows: readonly { readonly keys: readonly string[]; readonly label: string }[];
}

function KeyList({ title, rows }: KeyListProps) {
  return (
    <section>
      <h3 className="mb-2 text-body">{title}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-y-1.5">
        {rows.map(({ keys, label }) => (
          <div key={label} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted-foreground">{label}</dt>
            <dd className="flex justify-end gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
