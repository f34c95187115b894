import type { SiteRole } from '#contract/people/site-roles'
import { type Saying, say } from '#contract/say'
import type { Actor } from '#core/platform/actor'
import { DomainError } from '#core/platform/errors'

export const hasRole = ({ roles }: Pick<Actor, 'roles'>, role: SiteRole): boolean =>
  roles.includes(role)

/**
 * Lets those pass who have a role of this site. Everybody who is signed in is a learner.
 * @throws DomainError `forbidden`, with the objection
 */
export function requireRole(
  actor: Pick<Actor, 'roles'>,
  role: SiteRole,
  objection: Saying = say('needs_role', { role }),
): void {
  if (!hasRole(actor, role)) throw new DomainError('forbidden', objection)
}
