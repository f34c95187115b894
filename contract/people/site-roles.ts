/** What a person may be on the whole site. Everybody who is signed in is a learner. */
export const siteRoles = ['learner', 'author', 'admin'] as const
export type SiteRole = (typeof siteRoles)[number]

/**
 * The roles that a token's groups give; an administrator may what an author may. A token has the groups as a
 * list, and API Gateway hands them on as text: `admin,author`, or `[admin, author]`.
 */
export function rolesOf(groups: unknown): SiteRole[] {
  const names = Array.isArray(groups)
    ? groups
    : typeof groups === 'string'
      ? groups.replace(/[[\]]/g, '').split(/[\s,]+/)
      : []
  const isAdmin = names.includes('admin')
  return [
    'learner',
    ...(isAdmin || names.includes('author') ? (['author'] as const) : []),
    ...(isAdmin ? (['admin'] as const) : []),
  ]
}
