import { AS_POSTED } from '@/db/posted';
import { activeBeneficiaries, servicesByIds } from '@/db/queries/catalogue';
import { type CustomerOption, customerById } from '@/db/queries/customers';
import { documentById } from '@/db/queries/documents';
import { draftById } from '@/db/queries/draft-invoices';
import { nextNumber } from '@/db/queries/next-number';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import type { DraftLine } from '@/lib/domain/invoice-draft';
import { readWritten } from '@/lib/read-written';
import { shortDecimal } from '@/lib/short-decimal';
import { isUuid, uuid7 } from '@/lib/uuid';
import type { WrittenInvoice } from '@/lib/written-invoice';

/** What the editor begins with. */
export interface Start {
  readonly draftId: string;
  /** When the draft was last saved; null for one that is new. */
  readonly seenAt: string | null;
  /** Whether it is to be saved though nobody has typed yet: a copy of another invoice, or what this window wrote before. */
  readonly isUnsaved: boolean;
  readonly customer: CustomerOption | null;
  readonly written: WrittenInvoice;
  readonly nextNumber: string;
}

/** What an address asks the editor for: a draft to write on, an invoice to copy, a customer to bill. */
interface Asked {
  readonly draft: string;
  readonly copy: string;
  readonly customer: string;
}

/**
 * What the editor begins with. `posted` names an invoice that the draft became meanwhile; `foreign` a draft that holds what the editor
 * does not show.
 */
export function readStart(
  actor: StaffActor,
  { draft, copy, customer }: Asked,
): Promise<Start | { readonly posted: string } | { readonly foreign: string }> {
  const { currency } = actor.org;
  return withScope(actor, 'read', async (tx) => {
    const number = await nextNumber(tx, 'invoice');
    const fresh = { draftId: isUuid(draft) ? draft : uuid7(), seenAt: null, nextNumber: number };
    const kept = isUuid(draft) ? await draftById(tx, draft) : null;
    if (kept) {
      const written = readWritten(kept.content, kept.customerCurrency ?? currency);
      if (!written) return { foreign: draft };
      const seenAt = kept.updatedAt.toISOString();
      const whole = { ...written, lines: await withServices(tx, written) };
      return { ...fresh, seenAt, isUnsaved: false, ...(await withCustomer(tx, whole)) };
    }
    if (isUuid(draft) && (await documentById(tx, draft, AS_POSTED))) return { posted: draft };
    return { ...fresh, ...(await beginning(tx, actor, { copy, customer })) };
  });
}

/** What is billed to begin with: what another invoice billed, nothing to a customer, or nothing to nobody. */
export async function beginning(
  tx: Tx,
  actor: StaffActor,
  { copy, customer }: Pick<Asked, 'copy' | 'customer'>,
): Promise<Pick<Start, 'isUnsaved' | 'customer' | 'written'>> {
  const blank = blankInvoice(todayIn(actor.org.timeZone), actor.org.currency);
  const copied = isUuid(copy) ? await copyOf(tx, copy, blank) : null;
  if (copied) return { isUnsaved: true, ...(await withCustomer(tx, copied)) };
  const billed = { ...blank, customerId: isUuid(customer) ? customer : null };
  return { isUnsaved: false, ...(await withCustomer(tx, billed)) };
}

function blankInvoice(today: PlainDate, currency: string): WrittenInvoice {
  return {
    customerId: null,
    currency,
    issuedOn: today,
    due: { kind: 'terms' },
    number: '',
    purchaseOrder: '',
    lines: [],
    discount: null,
  };
}

async function withCustomer(tx: Tx, written: WrittenInvoice) {
  const customer = written.customerId === null ? null : await customerById(tx, written.customerId);
  if (!customer) return { customer: null, written: { ...written, customerId: null } };
  const isBlank = written.lines.length === 0;
  return { customer, written: isBlank ? { ...written, currency: customer.currency } : written };
}

/** Fills in what the lines of a draft leave to their services. */
async function withServices(tx: Tx, { lines, currency }: WrittenInvoice): Promise<DraftLine[]> {
  const services = await servicesByIds(
    tx,
    lines.flatMap((line) => line.serviceId ?? []),
  );
  return lines.map((line) => {
    const service = line.serviceId === null ? undefined : services.get(line.serviceId);
    if (!service || line.description !== '') return line;
    const feeMinor = service.currency === currency ? service.feeMinor : null;
    return {
      ...line,
      description: service.description ?? service.name,
      unitPriceMinor: line.unitPriceMinor ?? feeMinor,
    };
  });
}

/** What another invoice billed, to be billed again today; null when there is no such invoice. What is out of use is no longer named. */
async function copyOf(tx: Tx, documentId: string, blank: WrittenInvoice): Promise<WrittenInvoice | null> {
  const document = await documentById(tx, documentId, AS_POSTED);
  if (document?.kind !== 'invoice') return null;
  const services = await servicesByIds(
    tx,
    document.lines.flatMap((line) => line.serviceId ?? []),
  );
  const beneficiaries = await activeBeneficiaries(
    tx,
    document.lines.flatMap((line) => line.beneficiaryId ?? []),
  );
  const { customerId, currency } = document;
  const lines = document.lines.map(
    ({ position, description, quantity, unitPriceMinor, taxPercent, serviceId, beneficiaryId }) => ({
      key: `copied ${position}`,
      description,
      quantity: shortDecimal(quantity),
      unitPriceMinor,
      taxPercent: shortDecimal(taxPercent),
      serviceId: serviceId !== null && services.get(serviceId)?.isActive ? serviceId : null,
      beneficiaryId: beneficiaryId !== null && beneficiaries.has(beneficiaryId) ? beneficiaryId : null,
    }),
  );
  return { ...blank, customerId, currency, lines };
}
