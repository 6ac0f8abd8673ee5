import { uuid7 } from '@/lib/uuid';
import type { Fault } from './read-day';
import type { CustomerRef } from './read-rows';

/** A customer of the books as an import needs it. */
export interface KnownCustomer {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly currency: string;
  readonly termsDays: number;
  /** Archived customers get no new documents; `isIdle` ones, on whom nothing stands, an import may bring back. */
  readonly isArchived: boolean;
  readonly isIdle: boolean;
}

/** A customer that an import creates, under an id of its own. */
export interface NewCustomer {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly currency: string;
}

/** Whom a row means: somebody in the books, somebody to create, or why it cannot be said. */
export type Resolved =
  | { readonly known: KnownCustomer }
  | { readonly created: NewCustomer }
  | { readonly fault: Fault };

/**
 * Finds the customer of a row: by code first, then by name. A name counts for a customer with a code only when the row
 * gives no code. Whoever is not there is one new customer, however often the file names it.
 */
export class CustomerDirectory {
  readonly #byCode = new Map<string, KnownCustomer>();
  readonly #byName = new Map<string, KnownCustomer[]>();
  readonly #created = new Map<string, Draft>();
  /** Customers without a code, by the code that the file gives to their name. */
  readonly #claims = new Map<string, string>();

  constructor(
    customers: readonly KnownCustomer[],
    private readonly mayCreate: boolean,
  ) {
    for (const customer of customers) {
      if (customer.code !== null) this.#byCode.set(customer.code, customer);
      const name = nameKey(customer.name);
      const same = this.#byName.get(name);
      if (same) same.push(customer);
      else this.#byName.set(name, [customer]);
    }
  }

  /** The customer in the books that a row means; null when there is none, or more than one of that name. */
  known(ref: CustomerRef): KnownCustomer | null {
    const byCode = this.#byCode.get(ref.code || ref.name);
    if (ref.code !== '' && byCode) return byCode;
    const [named, another] = this.#named(ref);
    if (!named) return byCode ?? null;
    if (another) return null;
    if (ref.code !== '' && named.code === null) this.#claims.set(named.id, ref.code);
    return named;
  }

  /** Whom a row means. `currency` is that of a customer to create. */
  resolve(ref: CustomerRef, currency: string): Resolved {
    const known = this.known(ref);
    if (known) return usable(known);
    if (this.#named(ref).length > 1)
      return {
        fault: {
          problem: `${this.#named(ref).length} customers are called ${ref.name || ref.code}.`,
          hint: 'Give the customer’s code as well.',
        },
      };
    if (!this.mayCreate)
      return {
        fault: {
          problem: `There is no customer ${ref.code ? `with the code ${ref.code}` : `called ${ref.name}`}.`,
          hint: 'Create the customer first, or allow the import to create missing customers.',
        },
      };
    return { created: this.#create(ref, currency) };
  }

  /** A row with a code means a customer of its name only when that one has no code, and no other code of the file claims it. */
  #named({ code, name }: CustomerRef): readonly KnownCustomer[] {
    const same = this.#byName.get(nameKey(name || code)) ?? [];
    if (code === '' || name === '') return same;
    return same.filter(({ id, code: own }) => own === null && (this.#claims.get(id) ?? code) === code);
  }

  #create({ code, name }: CustomerRef, currency: string): NewCustomer {
    const keys = [code && `code ${code}`, name && `name ${nameKey(name)}`].filter(Boolean);
    const before = this.#created.get(keys[0] ?? '');
    if (before) {
      if (before.name === before.code && name) before.name = name;
      return before;
    }
    const created: Draft = { id: uuid7(), code: code || null, name: name || code, currency };
    for (const key of keys) if (!this.#created.has(key)) this.#created.set(key, created);
    return created;
  }
}

/** A customer to create whose name may still turn up in a later row. */
type Draft = { -readonly [K in keyof NewCustomer]: NewCustomer[K] };

/** Names are the same when they differ only in case and spaces. */
function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function usable(known: KnownCustomer): Resolved {
  if (!known.isArchived || known.isIdle) return { known };
  return {
    fault: {
      problem: `${known.name} is archived.`,
      hint: 'Restore the customer first, or leave this row out.',
    },
  };
}
