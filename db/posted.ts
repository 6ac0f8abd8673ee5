import { toPlainDate } from '@/lib/domain/dates';
import type { Moment } from './expressions';

/**
 * Everything that was ever posted, whatever day it takes effect: what lists of documents and a document's own page are
 * of. Reports are as of a day instead.
 */
export const AS_POSTED: Moment = { asOf: toPlainDate('2199-12-31'), knownAt: null };
