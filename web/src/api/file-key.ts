/** The key of what is read from a file at the edge: all that is no route of the API. */
export const fileKey = (address: string | undefined, ...read: readonly (string | number)[]) =>
  ['file', address, ...read] as const
