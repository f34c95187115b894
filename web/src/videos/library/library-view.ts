import { type LibraryView, SORT_KEYS, STATE_GROUP_NAMES } from './asset-order.ts'

const DEFAULT_VIEW: LibraryView = { q: '', state: 'all', sort: 'uploaded', down: true }

/** What an address may say; anybody can have typed it. */
export interface LibrarySearch {
  readonly q?: unknown
  readonly state?: unknown
  readonly sort?: unknown
  readonly down?: unknown
}

/** The view that an address names; what it leaves out or says wrongly is as usual. */
export const viewOf = (search: LibrarySearch): LibraryView => ({
  // A search for digits alone comes as a number.
  q: search.q === undefined ? DEFAULT_VIEW.q : String(search.q),
  state: STATE_GROUP_NAMES.find((group) => group === search.state) ?? DEFAULT_VIEW.state,
  sort: SORT_KEYS.find((key) => key === search.sort) ?? DEFAULT_VIEW.sort,
  down: typeof search.down === 'boolean' ? search.down : DEFAULT_VIEW.down,
})

/** The shortest address of a view. */
export function searchOf(view: LibraryView): LibrarySearch {
  const { q, state, sort, down } = view
  return {
    ...(q === DEFAULT_VIEW.q ? {} : { q }),
    ...(state === DEFAULT_VIEW.state ? {} : { state }),
    ...(sort === DEFAULT_VIEW.sort ? {} : { sort }),
    ...(down === DEFAULT_VIEW.down ? {} : { down }),
  }
}
