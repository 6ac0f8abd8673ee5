import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The lists of the protocol that are about money owed, as they are called in its addresses. */
export const OBJECTS = ['organization', 'contact', 'invoice', 'creditmemo', 'payment'] as const;

/** One of them. */
export type SandboxObject = (typeof OBJECTS)[number];

/** A row as the service would answer it, good or bad. */
export type SandboxRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** What the sandbox serves: rows of each list, which may be changed while it runs. */
export interface SandboxBooks {
  readonly connectionId: string;
  readonly rows: Record<SandboxObject, SandboxRow[]>;
}

const Rows = z.array(z.looseObject({ id: z.string() }));
const Samples = z.object({
  connection_id: z.string(),
  samples: z.object({
    AccountingOrganization: Rows,
    AccountingContact: Rows,
    AccountingInvoice: Rows,
    AccountingCreditmemo: Rows,
    PaymentPayment: Rows,
  }),
});

/**
 * The books in a folder: `samples.json` with samples of every model, or a file for each list (`contacts.json`, `invoices.json`,
 * `payments.json`), as the service answered them.
 */
export function readBooks(folder: string): SandboxBooks {
  const whole = path.join(folder, 'samples.json');
  if (!fs.existsSync(whole))
    return {
      connectionId: 'sandbox',
      rows: {
        organization: [],
        contact: Rows.parse(readJson(path.join(folder, 'contacts.json'))),
        invoice: Rows.parse(readJson(path.join(folder, 'invoices.json'))),
        creditmemo: [],
        payment: Rows.parse(readJson(path.join(folder, 'payments.json'))),
      },
    };
  const { connection_id: connectionId, samples } = Samples.parse(readJson(whole));
  return {
    connectionId,
    rows: {
      organization: samples.AccountingOrganization,
      contact: samples.AccountingContact,
      invoice: samples.AccountingInvoice,
      creditmemo: samples.AccountingCreditmemo,
      payment: samples.PaymentPayment,
    },
  };
}

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
