import { csvFile } from '@/lib/csv';
import { importColumns, type WrittenRow } from './columns';
import type { ImportKind } from './fields';

const EXAMPLES: Readonly<Record<ImportKind, readonly WrittenRow[]>> = {
  customers: [
    {
      customerName: 'Brightwater Hotels',
      customerCode: 'C-001',
      email: 'payables@brightwater.example',
      phone: '+1 212 555 0100',
      address: '1 Harbor Street, New York',
      currency: 'USD',
      termsDays: '30',
      creditLimit: '25000.00',
      owner: 'Priya',
    },
    { customerName: 'Alder Clinic', customerCode: 'C-002', currency: 'EUR', termsDays: '14' },
  ],
  invoices: [
    {
      customerCode: 'C-001',
      customerName: 'Brightwater Hotels',
      number: '20399',
      invoiceDate: '2026-11-02',
      dueDate: '2026-12-02',
      amount: '1250.00',
      currency: 'USD',
      description: 'November service',
    },
    { customerCode: 'C-002', number: '20400', invoiceDate: '2026-11-03', amount: '480.50', currency: 'EUR' },
  ],
  payments: [
    {
      customerCode: 'C-001',
      receivedOn: '2026-11-20',
      amount: '1250.00',
      currency: 'USD',
      invoiceNumber: '20399',
      reference: 'Wire 4471',
      method: 'Wire',
    },
    { customerCode: 'C-002', receivedOn: '2026-11-21', amount: '200.00', currency: 'EUR', method: 'Check' },
  ],
  'opening-balances': [
    {
      customerCode: 'C-001',
      customerName: 'Brightwater Hotels',
      amount: '1250.00',
      currency: 'USD',
      number: '20399',
      invoiceDate: '2026-09-02',
      dueDate: '2026-10-02',
      description: 'September service',
    },
    { customerCode: 'C-002', amount: '-80.00', currency: 'EUR', description: 'Paid too much' },
  ],
};

/** A file to start from: every field as a column, and two rows that show how to write them. */
export function templateFile(kind: ImportKind): string[] {
  return [...csvFile(importColumns(kind), EXAMPLES[kind])];
}
