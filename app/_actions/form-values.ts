import type { z } from 'zod';

/** What was typed, to be put back into a form that is drawn again without JavaScript. */
export type TypedValues = Readonly<Record<string, string>>;

/**
 * The inputs of a form by name: a text, or a list of texts for a name that occurs more than once. What React adds
 * of its own is left out, and so is U+0000, which nobody can see and the database cannot keep.
 */
export function formValues(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$ACTION_'));
  return Object.fromEntries(
    names.map((name) => {
      const [first = '', ...more] = form.getAll(name).map(visible);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}

function visible(value: FormDataEntryValue): FormDataEntryValue {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

/** The texts among them that may be shown again: never a password. */
export function retypable(values: ReturnType<typeof formValues>): TypedValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' && !/password/i.test(name) ? [[name, value]] : [],
    ),
  );
}

/** Whether a form sent only names that its schema lists: whatever else comes was not drawn by us. */
export function isListed(values: ReturnType<typeof formValues>, { shape }: z.ZodObject): boolean {
  return Object.keys(values).every((name) => Object.hasOwn(shape, name));
}
