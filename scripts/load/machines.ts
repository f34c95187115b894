/** So many people one of Fargate's machines plays; each asks hardly more than once a second, for segments. */
const PEOPLE_PER_MACHINE = 500

export const machinesFor = (people: number): number => Math.ceil(people / PEOPLE_PER_MACHINE)
