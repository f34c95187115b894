import type { User } from 'oidc-client-ts'
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
  const raw = claims['cognito:groups']
  const groups = Array.isArray(raw)
    ? raw.map(String)
    : typeof raw === 'string'
      ? raw.split(',')
      : []
  return {
    id: claims.sub,
    name: claims.name || words.account,
    email: claims.email ?? '',
    isAdmin: groups.includes('admin'),
    isAuthor: groups.includes('author') || groups.includes('admin'),
  }
}
