import type { User } from 'oidc-client-ts'
import { rolesOf } from '#contract/people/site-roles'
import { words } from './words/en.ts'

/** Who is signed in, as the identity token says. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isAuthor: boolean
  readonly isAdmin: boolean
}

export function personOf(claims: User['profile']): Person {
  const roles = rolesOf(claims['cognito:groups'])
  return {
    id: claims.sub,
    name: claims.name || words.account,
    email: claims.email ?? '',
    isAdmin: roles.includes('admin'),
    isAuthor: roles.includes('author'),
  }
}
