/** The labels of customers with somebody among the owners: who is signed in may always take a customer. */
export function withOwner<L extends { readonly owners: readonly string[] }>(labels: L, name: string): L {
  return labels.owners.includes(name) ? labels : { ...labels, owners: [name, ...labels.owners] };
}
