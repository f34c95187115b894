/** What of a course's people is shown; in the address, so that it can be sent and gone back to. */
export interface RosterView {
  readonly q?: string
  /** By last activity where nothing is said. */
  readonly sort?: 'name'
}

/** The same as an address may say it: anything. */
export interface RosterSearch {
  readonly q?: unknown
  readonly sort?: unknown
}

export const rosterView = ({ q, sort }: RosterSearch): RosterView => ({
  ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 100) }),
  ...(sort === 'name' && { sort }),
})
