import type { Books } from '../books';
import type { Given } from '../given';

/** Does one step of a case over the interface. Reads every argument that it understands. */
export type Action = (books: Books, given: Given) => Promise<void>;
/** Actions by the word that a case uses for them. */
export type Actions = Readonly<Record<string, Action>>;
