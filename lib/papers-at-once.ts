/** Papers of one file that are made while somebody waits; more are made by the worker. */
export const PAPERS_AT_ONCE = 25;
