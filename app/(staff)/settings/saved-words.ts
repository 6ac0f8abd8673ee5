/** What a form of the settings says once it is saved. */
export function savedWords({ changed }: { readonly changed: readonly string[] }): { message: string } {
  return { message: changed.length > 0 ? 'Saved.' : 'Nothing was changed.' };
}
