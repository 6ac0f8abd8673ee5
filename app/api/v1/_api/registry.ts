import { getAccountFigures } from '../_resources/account-figures';
import { listActivity } from '../_resources/activity';
import { getAging, listOpenItems } from '../_resources/aging';
import { createAllocation, moveAllocation, undoAllocation } from '../_resources/allocations';
import { applyCustomerCredit } from '../_resources/apply-credit';
import {
  createBeneficiary,
  deleteBeneficiary,
  getBeneficiary,
  listBeneficiaries,
  updateBeneficiary,
} from '../_resources/beneficiaries';
import { createCreditMemo, getCreditMemo, voidCreditMemo } from '../_resources/credit-memos';
import { getOverdueState, getReminderState } from '../_resources/customer-condition';
import {
  archiveCustomer,
  createCustomer,
  getCustomer,
  listCustomers,
  mergeCustomer,
  restoreCustomer,
  unmergeCustomer,
  updateCustomer,
} from '../_resources/customers';
import { createDiscount, getDiscount, voidDiscount } from '../_resources/discounts';
import { createDispute, listDisputes, resolveDispute } from '../_resources/disputes';
import { deleteInvoice, postDraft, updateInvoice } from '../_resources/draft-invoices';
import { getExchangeDifferences } from '../_resources/exchange-differences';
import { createExchangeRates, listExchangeRates } from '../_resources/exchange-rates';
import {
  getAgingDistribution,
  getCustomerBreakdown,
  getKpis,
  getSummaryStats,
  getTopCustomers,
} from '../_resources/figures';
import { getForecast } from '../_resources/forecast';
import { createHold, listHolds, releaseHold } from '../_resources/holds';
import { getInvoiceDetails } from '../_resources/invoice-details';
import { createInvoice, getInvoice, listInvoices, restoreInvoice, voidInvoice } from '../_resources/invoices';
import { createLateFee, createLateFeeRun, getLateFee, voidLateFee } from '../_resources/late-fees';
import { getMeasures } from '../_resources/measures';
import { createNote, listNotes } from '../_resources/notes';
import { createOpeningBalance, getOpeningBalance, voidOpeningBalance } from '../_resources/opening-balances';
import { getOrganization, updateOrganization } from '../_resources/organization';
import { createPayment, getPayment, listPayments, reversePayment } from '../_resources/payments';
import { getPipelineStatus } from '../_resources/pipeline-status';
import { cancelPromise, createPromise, listPromises } from '../_resources/promises';
import {
  createRecurringInvoice,
  endRecurring,
  getRecurringInvoice,
  listRecurringInvoices,
  pauseRecurring,
  resumeRecurring,
  updateRecurringInvoice,
} from '../_resources/recurring-invoices';
import { createRefund, getRefund, voidRefund } from '../_resources/refunds';
import { getReminderPolicy, updateReminderPolicy } from '../_resources/reminder-policy';
import { createReminderRun } from '../_resources/reminder-runs';
import {
  chargeReminder,
  createReminder,
  getReminder,
  listReminders,
  sendReminder,
  withdrawReminder,
} from '../_resources/reminders';
import {
  getReportRun,
  getReportRunChanges,
  getReportRunFile,
  listReportRuns,
} from '../_resources/report-runs';
import { getRiskDashboard } from '../_resources/risk-dashboard';
import {
  createService,
  deleteService,
  getService,
  listServices,
  updateService,
} from '../_resources/services';
import { getStatement } from '../_resources/statements';
import { createTransfer, getTransfer, reverseTransfer } from '../_resources/transfers';
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  listWebhookDeliveries,
  listWebhookEndpoints,
  testWebhookEndpoint,
  updateWebhookEndpoint,
} from '../_resources/webhook-endpoints';
import { createWriteOff, getWriteOff, recoverWriteOff, voidWriteOff } from '../_resources/write-offs';
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
  mergeCustomer,
  restoreCustomer,
  unmergeCustomer,
  listServices,
  createService,
  getService,
  updateService,
  deleteService,
  listBeneficiaries,
  createBeneficiary,
  getBeneficiary,
  updateBeneficiary,
  deleteBeneficiary,
  listInvoices,
  createInvoice,
  getInvoice,
  updateInvoice,
  deleteInvoice,
  postDraft,
  voidInvoice,
  listRecurringInvoices,
  createRecurringInvoice,
  getRecurringInvoice,
  updateRecurringInvoice,
  pauseRecurring,
  resumeRecurring,
  endRecurring,
  restoreInvoice,
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
  createWriteOff,
  getWriteOff,
  recoverWriteOff,
  voidWriteOff,
  createOpeningBalance,
  getOpeningBalance,
  voidOpeningBalance,
  createAllocation,
  undoAllocation,
  moveAllocation,
  createTransfer,
  getTransfer,
  reverseTransfer,
  getAging,
  listOpenItems,
  getTopCustomers,
  getKpis,
  getSummaryStats,
  getAgingDistribution,
  getCustomerBreakdown,
  getInvoiceDetails,
  getRiskDashboard,
  getPipelineStatus,
  getAccountFigures,
  applyCustomerCredit,
  listPromises,
  createPromise,
  cancelPromise,
  listDisputes,
  createDispute,
  resolveDispute,
  listNotes,
  createNote,
  listHolds,
  createHold,
  releaseHold,
  listReminders,
  createReminder,
  getReminder,
  sendReminder,
  withdrawReminder,
  chargeReminder,
  createReminderRun,
  getReminderPolicy,
  updateReminderPolicy,
  getOverdueState,
  getReminderState,
  listExchangeRates,
  createExchangeRates,
  getExchangeDifferences,
  listReportRuns,
  getReportRun,
  getReportRunFile,
  getReportRunChanges,
  getStatement,
  getMeasures,
  getForecast,
  listActivity,
  listWebhookEndpoints,
  createWebhookEndpoint,
  updateWebhookEndpoint,
  deleteWebhookEndpoint,
  testWebhookEndpoint,
  listWebhookDeliveries,
];
