/** An ElastiCache user, by what its resource says. */
export interface ValkeyUser {
  readonly name: string
  /** Which commands on which keys, as the template says it: `on ~app:* -@all +get`. */
  readonly access: string
}

/** Keeps the replica, and nobody else comes as it. */
export const REPLICA = { name: 'replica', password: 'lectern-local-replica' }

/** Counts what others ask, and may do nothing else. */
export const OBSERVER = { name: 'observer', password: 'lectern-local-observer' }

/**
 * The users of a group, and as in ElastiCache nobody else: who does not sign in may do nothing. IAM checks a token;
 * nobody does so here, and any password serves.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export const aclFile = (users: readonly ValkeyUser[]): string =>
  [
    'user default off resetpass resetkeys resetchannels -@all',
    ...users.map(({ name, access }) => `user ${name} ${access} nopass`),
    `user ${REPLICA.name} on >${REPLICA.password} allkeys allchannels -@all +psync +replconf +ping`,
    `user ${OBSERVER.name} on >${OBSERVER.password} -@all +info`,
    '',
  ].join('\n')
