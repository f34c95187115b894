import type { SiteRole } from '#contract/people/site-roles'

/**
 * Who is calling, as the identity provider vouches. The address is not among what a verb knows: what it
 * stores or answers, others read.
 */
export interface Actor {
  readonly userId: string
  /** What others may read: never an address, and empty of somebody who gave none. */
  readonly name: string
  readonly roles: readonly SiteRole[]
}
