/** One open item of the model. Amounts are signed: debits above 0, credits below. */
export interface ModelItem {
  readonly document: ModelDocument;
  readonly instalment: number;
  readonly due: string;
  open: number;
}

/** A document of the model, under the number that the books gave it. */
export interface ModelDocument {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  /** The document that goes when this one goes. */
  readonly about: ModelDocument | null;
  readonly items: ModelItem[];
  isReversed: boolean;
}

/** "So much of that credit settles so much of that debit." */
export interface ModelApplication {
  readonly debit: ModelItem;
  readonly credit: ModelItem;
  readonly amount: number;
  isLive: boolean;
}

/**
 * What the books of one customer must come to, kept in the plainest way: items with what is open of them, and
 * applications that live or do not. It knows no days but due days, no database, and none of the product's own arithmetic.
 */
export class ModelBooks {
  readonly documents: ModelDocument[] = [];
  readonly applications: ModelApplication[] = [];

  /** Enters a document with one item for each part, signed. */
  post(
    facts: Pick<ModelDocument, 'id' | 'number' | 'kind'> & { readonly about?: ModelDocument | undefined },
    parts: readonly { readonly due: string; readonly amount: number }[],
  ): ModelDocument {
    const document: ModelDocument = { ...facts, about: facts.about ?? null, items: [], isReversed: false };
    for (const [i, { due, amount }] of parts.entries())
      document.items.push({ document, instalment: i + 1, due, open: amount });
    this.documents.push(document);
    return document;
  }

  /** Applies at most `most` of a credit to these debits in their order; answers what was applied. */
  applyTo(debits: readonly ModelItem[], credit: ModelItem, most: number): number {
    let left = most;
    for (const debit of debits) {
      const amount = Math.min(left, debit.open, -credit.open);
      if (amount <= 0) continue;
      debit.open -= amount;
      credit.open += amount;
      this.applications.push({ debit, credit, amount, isLive: true });
      left -= amount;
    }
    return most - left;
  }

  /** What a receipt goes to when nothing is chosen: oldest due first, then by number. */
  oldestFirst(): ModelItem[] {
    const debits = this.items().filter((item) => item.open > 0);
    return debits.toSorted(
      (a, b) =>
        compare(a.due, b.due) || compare(a.document.number, b.document.number) || a.instalment - b.instalment,
    );
  }

  /** Takes an application back. */
  undo(application: ModelApplication): void {
    application.isLive = false;
    application.debit.open += application.amount;
    application.credit.open -= application.amount;
  }

  /** Reverses a document and what is about it: whatever it settled or was settled by is open again, itself nothing. */
  reverse(document: ModelDocument): void {
    const gone = this.documents.filter(
      (each) => !each.isReversed && (each === document || each.about === document),
    );
    for (const application of this.applications) {
      const isTouched = gone.some(
        (each) => each === application.debit.document || each === application.credit.document,
      );
      if (application.isLive && isTouched) this.undo(application);
    }
    for (const each of gone) {
      each.isReversed = true;
      for (const item of each.items) item.open = 0;
    }
  }

  /** Every item ever entered. */
  items(): ModelItem[] {
    return this.documents.flatMap((document) => document.items);
  }

  /** "number/instalment: open" of what is open. */
  open(): Record<string, number> {
    const open = this.items().filter((item) => item.open !== 0);
    return Object.fromEntries(open.map((item) => [`${item.document.number}/${item.instalment}`, item.open]));
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
