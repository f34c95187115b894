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

/** What the identity token says, as far as it is asked. */
export interface Claims {
  readonly sub: string
  readonly name?: string
  readonly email?: string
  readonly 'cognito:groups'?: unknown
}

export function personOf(claims: Claims): Person {
  const roles = rolesOf(claims['cognito:groups'])
  return {
    id: claims.sub,
    name: claims.name || words.account,
    email: claims.email ?? '',
    isAdmin: roles.includes('admin'),
    isAuthor: roles.includes('author'),
  }
}
