/** What somebody here said about a row that its own books do not say. */
export interface RowFix {
  /** Who a contact is. */
  readonly customerId?: string;
  /** The currency of a row that names none. */
  readonly currency?: string;
  /** It is another paper that only bears the same number: book it under the next free one. */
  readonly isAnother?: boolean;
}
