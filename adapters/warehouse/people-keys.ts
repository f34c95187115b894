/** Where the register of people lies in the lake's bucket: two objects a person, each of which names the other. */
export const peopleKeys = {
  byUser: (userId: string) => `people/by-user/${encodeURIComponent(userId)}`,
  byPseudonym: (pseudonym: string) => `people/by-pseudonym/${pseudonym}`,
} as const
