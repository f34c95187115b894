import type { MembershipReader } from '#core/access/ports'

/** Where the owner acts: whose course it is the course itself says, and nobody asks for a membership. */
export const noTeam: MembershipReader = {
  get: async () => {
    throw new Error('The owner costs a read more.')
  },
}
