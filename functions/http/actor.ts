import type { APIGatewayProxyEvent } from 'aws-lambda'
import { z } from 'zod'
import type { Access } from '#contract/route'
import type { Actor } from '#core/actor'
import { DomainError } from '#core/errors'

/** The ID token's claims, as the gateway's authorizer passes them on after checking the token. */
const Claims = z.object({
  sub: z.string().min(1),
  email: z.string().default(''),
  name: z.string().optional(),
  'cognito:groups': z.union([z.string(), z.array(z.string())]).default([]),
})

export const actorOf = (event: APIGatewayProxyEvent): Actor | null => {
  const claims = Claims.safeParse(event.requestContext.authorizer?.claims)
  if (!claims.success) return null
  const { sub, email, name, 'cognito:groups': groups } = claims.data
  const named = Array.isArray(groups) ? groups : groups.replace(/[[\]]/g, '').split(/[\s,]+/)
  const isAdmin = named.includes('admin')
  return {
    userId: sub,
    name: name || email || 'A learner',
    email,
    roles: [
      'learner',
      ...(isAdmin || named.includes('author') ? (['author'] as const) : []),
      ...(isAdmin ? (['admin'] as const) : []),
    ],
  }
}

/** The actor, if there is one with the right to call such a route at all. */
export const requireActor = (event: APIGatewayProxyEvent, access: Access): Actor => {
  const actor = actorOf(event)
  if (!actor) throw new DomainError('unauthenticated', 'Sign in first.')
  if ((access === 'author' || access === 'admin') && !actor.roles.includes(access))
    throw new DomainError(
      'forbidden',
      `This needs the role ${access}. Ask an administrator of this site for it.`,
    )
  return actor
}
