import { getAging, listOpenItems } from '../_resources/aging';
import { createAllocation, undoAllocation } from '../_resources/allocations';
import { createCreditMemo, getCreditMemo, voidCreditMemo } from '../_resources/credit-memos';
import {
  archiveCustomer,
  createCustomer,
  getCustomer,
  listCustomers,
  restoreCustomer,
  updateCustomer,
} from '../_resources/customers';
import { createDiscount, getDiscount, voidDiscount } from '../_resources/discounts';
import { getExchangeDifferences } from '../_resources/exchange-differences';
import { createExchangeRates, listExchangeRates } from '../_resources/exchange-rates';
import {
  getAgingDistribution,
  getCustomerBreakdown,
  getKpis,
  getSummaryStats,
  getTopCustomers,
} from '../_resources/figures';
import { getInvoiceDetails } from '../_resources/invoice-details';
import { createInvoice, getInvoice, listInvoices, voidInvoice } from '../_resources/invoices';
import { createLateFee, createLateFeeRun, getLateFee, voidLateFee } from '../_resources/late-fees';
import { getOrganization, updateOrganization } from '../_resources/organization';
import { createPayment, getPayment, listPayments, reversePayment } from '../_resources/payments';
import { createRefund, getRefund, voidRefund } from '../_resources/refunds';
import type { Operation } from './operation';

/** Every operation of the interface, by subject: the description and the reference page are made of this. */
export const OPERATIONS: readonly Operation[] = [
  getOrganization,
  updateOrganization,
  listCustomers,
  createCustomer,
  getCustomer,
  updateCustomer,
  archiveCustomer,
  restoreCustomer,
  listInvoices,
  createInvoice,
  getInvoice,
  voidInvoice,
  listPayments,
  createPayment,
  getPayment,
  reversePayment,
  createDiscount,
  getDiscount,
  voidDiscount,
  createLateFee,
  getLateFee,
  voidLateFee,
  createLateFeeRun,
  createCreditMemo,
  getCreditMemo,
  voidCreditMemo,
  createRefund,
  getRefund,
  voidRefund,
  createAllocation,
  undoAllocation,
  getAging,
  listOpenItems,
  getTopCustomers,
  getKpis,
  getSummaryStats,
  getAgingDistribution,
  getCustomerBreakdown,
  getInvoiceDetails,
  listExchangeRates,
  createExchangeRates,
  getExchangeDifferences,
];
