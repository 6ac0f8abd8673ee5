import { isWords, type Value, type Words } from './case-file';
import { Unsupported } from './outcome';

/** The arguments of an action or the fields of a check, each to be read: what nobody reads is not supported. */
export class Given {
  readonly #read = new Set<string>();

  constructor(
    readonly where: string,
    private readonly words: Words,
  ) {}

  /** As it is written; undefined when it is not there. Null counts as not there. */
  value(name: string): Value | undefined {
    this.#read.add(name);
    return this.words[name] ?? undefined;
  }

  /** Whether it is written at all, even as null. */
  has(name: string): boolean {
    return Object.hasOwn(this.words, name);
  }

  text(name: string): string {
    return this.maybeText(name) ?? this.#lacks(name);
  }

  maybeText(name: string): string | undefined {
    const value = this.value(name);
    if (value === undefined || typeof value === 'string') return value;
    throw this.unsupported(name);
  }

  number(name: string): number {
    return this.maybeNumber(name) ?? this.#lacks(name);
  }

  maybeNumber(name: string): number | undefined {
    const value = this.value(name);
    if (value === undefined || typeof value === 'number') return value;
    throw this.unsupported(name);
  }

  flag(name: string): boolean {
    const value = this.value(name);
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    throw this.unsupported(name);
  }

  maybeList(name: string): readonly Value[] | undefined {
    const value = this.value(name);
    if (value === undefined || Array.isArray(value)) return value;
    throw this.unsupported(name);
  }

  /** A list of things with names. */
  parts(name: string): Given[] | undefined {
    return this.maybeList(name)?.map((each, at) => {
      if (!isWords(each)) throw this.unsupported(name);
      return new Given(`${this.where}.${name}.${at}`, each);
    });
  }

  /** A thing with names. */
  part(name: string): Given | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (!isWords(value)) throw this.unsupported(name);
    return new Given(`${this.where}.${name}`, value);
  }

  /** A list of words. */
  texts(name: string): string[] | undefined {
    return this.maybeList(name)?.map((each) => {
      if (typeof each !== 'string') throw this.unsupported(name);
      return each;
    });
  }

  /** The names that are written. */
  names(): string[] {
    return Object.keys(this.words);
  }

  /** Takes note of what is of no consequence here. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.#read.add(name);
  }

  /** @throws Unsupported for the first name that nobody read. */
  done(): void {
    const unread = this.names().find((name) => !this.#read.has(name));
    if (unread !== undefined) throw this.unsupported(unread);
  }

  unsupported(name: string): Unsupported {
    return new Unsupported(`${this.where}.${name}`);
  }

  #lacks(name: string): never {
    throw new Unsupported(`${this.where} without ${name}`);
  }
}
