/** A form as a script fills it: each name once, and a request id of its own. */
export function formDataOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.set('requestId', crypto.randomUUID());
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
