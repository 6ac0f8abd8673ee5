import type { Source } from './source';
import { unified } from './unified/unified';

/** Every way to books elsewhere, by the name under which connections are kept. */
export const SOURCES = { unified } as const satisfies Readonly<Record<string, Source>>;

/** One of them. */
export type SourceName = keyof typeof SOURCES;
