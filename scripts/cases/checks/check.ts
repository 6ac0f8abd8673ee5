import type { Books } from '../books';
import type { Value } from '../case-file';

/** Looks whether something holds. `where` names the check in what it says when it does not. */
export type Check = (books: Books, expected: Value, where: string) => Promise<void>;
/** Checks by the word that a case uses for them. */
export type Checks = Readonly<Record<string, Check>>;
