import type { SiteRole } from '#contract/models/learning'

/** Who is calling, as the identity provider vouches. */
export interface Actor {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly roles: readonly SiteRole[]
}
