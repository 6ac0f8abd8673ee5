/** What a form shows after a submit. `fields` is keyed by input name; `undo` names what the Undo of a toast reverses. */
export type FormState =
  | { readonly status: 'idle' }
  | { readonly status: 'invalid'; readonly fields: Readonly<Record<string, readonly string[]>> }
  | { readonly status: 'refused' | 'failed'; readonly message: string; readonly field?: string }
  | { readonly status: 'done'; readonly message: string; readonly detail?: string; readonly id?: string };
