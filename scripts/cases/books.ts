import type { Api } from './api';
import { textIn } from './api';
import type { Given } from './given';
import { Unsupported } from './outcome';

/** What a thing of a case is in the books of the server. */
export interface Paper {
  readonly kind: 'invoice' | 'payment' | 'credit' | 'refund' | 'reminder' | 'late_fee' | 'discount' | 'order';
  /** Its id there; changes when an invoice is restored. */
  id: string;
  readonly customer: string;
  readonly currency: string;
  /** The labels of its instalments, in order. */
  readonly labels?: readonly string[];
  /** The thing that a credit is about. */
  readonly about?: string | undefined;
}

/** An order of a case, which is nothing in the books, and what payments were set aside for it. */
export interface Order {
  readonly amount: number;
  readonly reserved: Map<string, number>;
}

/** Other ways in: to books that hold nothing yet, and to these as one of the customers sees them. */
export interface OtherWays {
  readonly spare: () => Promise<Api>;
  readonly ofCustomer: (customerId: string) => Promise<Api>;
}

/** A currency that no case names, in the place of one that is for tests only. */
const STAND_IN = 'FJD';

/** The books of one case: a fresh organization, and what the names of the case stand for in it. */
export class Books {
  readonly papers = new Map<string, Paper>();
  readonly orders = new Map<string, Order>();
  /** Credit notes that are drafts: nothing in the books until they are committed. */
  readonly drafts = new Map<string, Given>();
  /** The day on which what is open was valued again; null when it never was. */
  revaluedOn: string | null = null;
  readonly #customers = new Map<string, string>();
  #spare: Promise<Api> | null = null;
  #unnamed = 0;

  constructor(
    readonly api: Api,
    readonly base: string,
    /** The latest day that the case has come to. */
    public today: string,
    private readonly ways: OtherWays,
  ) {}

  /** Books of their own, to try something in without a trace in these. */
  spare(): Promise<Api> {
    this.#spare ??= this.ways.spare();
    return this.#spare;
  }

  /** These books as a customer of them sees them, by its id. */
  asCustomer(id: string): Promise<Api> {
    return this.ways.ofCustomer(id);
  }

  /** The day of a step: the one given, else the latest so far. */
  day(date: string | undefined): string {
    const day = date ?? this.today;
    if (day > this.today) this.today = day;
    return day;
  }

  /** The code of a currency of the case. XTS, which ISO 4217 keeps for tests, is none that money can be in. */
  currency(word: string): string {
    return word === 'XTS' ? STAND_IN : word;
  }

  /** The currency of the case that a code of the books stands for. */
  currencyWord(code: unknown): string {
    return code === STAND_IN ? 'XTS' : String(code);
  }

  /** The currency that a case is in: the only one of its documents, else the base currency. */
  usual(): string {
    const [only, another] = new Set([...this.papers.values()].map((paper) => paper.currency));
    return only !== undefined && another === undefined ? only : this.base;
  }

  /** A customer by its name in the case, made when it is first named. */
  async customer(name: string): Promise<string> {
    const known = this.#customers.get(name);
    if (known) return known;
    const { customer_id } = await this.api.post('/customers', { name, currency: this.base });
    const id = textIn(customer_id);
    this.#customers.set(name, id);
    return id;
  }

  /** The names of the customers so far, in order. */
  customers(): string[] {
    return [...this.#customers.keys()];
  }

  /** Who is meant where a case names nobody: its only customer. */
  onlyCustomer(): string {
    const [name, another] = this.customers();
    if (name === undefined || another !== undefined) throw new Unsupported('no customer named');
    return name;
  }

  /** The name in the case of a customer's id; null when the case has none for it. */
  customerName(id: unknown): string | null {
    return [...this.#customers].find(([, known]) => known === id)?.[0] ?? null;
  }

  /** Keeps what a name stands for; things without a name get one. */
  keep(name: string | undefined, paper: Paper): string {
    this.#unnamed += 1;
    const key = name ?? `#${this.#unnamed}`;
    this.papers.set(key, paper);
    return key;
  }

  /** What a name stands for, of one of these kinds. @throws Unsupported when the case has named nothing so. */
  paper(name: string, ...kinds: readonly Paper['kind'][]): Paper {
    const paper = this.papers.get(name);
    if (!paper || (kinds.length > 0 && !kinds.includes(paper.kind)))
      throw new Unsupported(`${name}, which is no ${kinds.join(' or ') || 'thing'} so far`);
    return paper;
  }

  /** The name in the case of a document's id; null when the case has none for it. */
  nameOf(id: unknown): string | null {
    return [...this.papers].find(([, paper]) => paper.id === id)?.[0] ?? null;
  }

  /** Everything of a kind, the latest last. */
  all(kind: Paper['kind']): [name: string, paper: Paper][] {
    return [...this.papers].filter(([, paper]) => paper.kind === kind);
  }
}
