/** What ends, as the server says it: so many seconds after the answer, whatever this device's clock shows. */
interface Lasting {
  readonly lastsSeconds: number
}
interface Kept {
  readonly state: { readonly data: Lasting | undefined; readonly dataUpdatedAt: number }
}

/** Cookies are renewed this long before they end. */
const AHEAD_MS = 60_000
/** An answer that ends at once is not asked for without a pause. */
const SHORTEST_MS = 10_000

const freshFor = ({ lastsSeconds }: Lasting) =>
  Math.max(SHORTEST_MS, lastsSeconds * 1000 - AHEAD_MS)

/** For a query whose answer comes with cookies: asks again before they end, while a page shows them. */
export const renewInTime = {
  staleTime: ({ state }: Kept) => (state.data ? freshFor(state.data) : 0),
  refetchInterval: ({ state }: Kept) =>
    state.data
      ? Math.max(SHORTEST_MS, state.dataUpdatedAt + freshFor(state.data) - Date.now())
      : false,
  refetchIntervalInBackground: true,
} as const
