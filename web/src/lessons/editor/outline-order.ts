/** Which item the one at `from` follows once it is where the one at `to` is now; null: none. */
export function followedBy<Id extends string>(
  items: readonly { readonly id: Id }[],
  from: number,
  to: number,
): Id | null {
  const others = items.filter((_, at) => at !== from)
  return others[to - 1]?.id ?? null
}
