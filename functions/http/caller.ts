import type { APIGatewayProxyEvent } from 'aws-lambda'
import { z } from 'zod'
import { rolesOf } from '#contract/people/site-roles'
import type { Actor } from '#core/platform/actor'
import { publicName } from '#core/platform/person-name'

/** The ID token's claims, as the gateway's authorizer passes them on after checking the token. */
const Claims = z.object({
  sub: z.string().min(1),
  email: z.string().default(''),
  name: z.string().default(''),
  'cognito:groups': z.unknown().optional(),
})

/** The actor with what only the caller may read. */
export interface Caller extends Actor {
  /** For the caller's own eyes, and for the list of a course's people (ADR 39): to those verbs it is told by its name. */
  readonly email: string
}

export const callerOf = (event: APIGatewayProxyEvent): Caller | null => {
  const claims = Claims.safeParse(event.requestContext.authorizer?.claims)
  if (!claims.success) return null
  const { sub, email, name, 'cognito:groups': groups } = claims.data
  return {
    userId: sub,
    name: publicName(name),
    email,
    roles: rolesOf(groups),
  }
}
