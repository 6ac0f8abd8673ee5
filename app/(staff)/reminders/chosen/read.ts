import 'server-only';
import { chosenCustomers } from '@/app/(staff)/customers/chosen-customers';
import { chosenReminders } from '@/db/queries/chosen-reminders';
import { invoicesMatching } from '@/db/queries/invoice-book';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import type { Chosen } from '@/lib/domain/hand-plan';
import { formatCount } from '@/lib/format';
import { readInvoiceFilters } from '@/lib/invoice-filters';
import { Refusal } from '@/lib/refusal';
import { paramsOf } from '@/lib/url';
import { MOST_REMINDED } from '../../_reminders/input';
import { drawPreview, mailLook } from '../../_reminders/read';

/** What was chosen in a list: its parameters, and which list it is. */
interface ChosenIn {
  readonly of: 'customers' | 'invoices';
  readonly query: URLSearchParams;
  /** Whose mail is looked at; null for nobody's. */
  readonly look: string | null;
}

/** Whom of a choice a reminder would reach now, and the mail of one of them; or why the choice cannot be taken. */
export async function readChosen(actor: StaffActor, asked: ChosenIn) {
  const on = todayIn(actor.org.timeZone);
  try {
    const { documentIds, plan, look } = await withScope(actor, 'read', async (tx) => {
      const chosen = await chosenIn(tx, actor, asked);
      const reminders = await chosenReminders(tx, actor, { ...chosen, on, look: asked.look });
      return {
        documentIds: chosen.documentIds,
        plan: reminders,
        look: reminders.draft && (await mailLook(tx)),
      };
    });
    const { draft, ...lists } = plan;
    return { ...lists, documentIds, preview: draft && look ? await drawPreview(draft, look) : null };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

async function chosenIn(tx: Tx, actor: StaffActor, { of, query }: ChosenIn): Promise<Chosen> {
  if (of === 'customers')
    return { customerIds: await chosenCustomers(tx, actor, query.toString()), documentIds: [] };
  const { filters, dropped } = readInvoiceFilters(paramsOf(query), actor.org.currency);
  if (dropped.length > 0) throw new Refusal('invalid', 'The selection could not be read. Select again.');
  const most = MOST_REMINDED + 1;
  const rows = await invoicesMatching(tx, filters, { today: todayIn(actor.org.timeZone), most });
  if (rows.length === most)
    throw new Refusal('too_many', `Choose at most ${formatCount(MOST_REMINDED)} invoices at a time.`);
  if (rows.length === 0) throw new Refusal('not_found', 'None of these invoices is there any more.');
  return {
    customerIds: [...new Set(rows.map(({ customerId }) => customerId))],
    documentIds: rows.map(({ documentId }) => documentId),
  };
}
