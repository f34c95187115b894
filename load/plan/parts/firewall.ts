export interface FirewallPlan {
  /** In five minutes, of one address: without a sign-in, and with one. */
  readonly requestsPerAddress: number
  readonly signedInPerAddress: number
  /** Behind one address, at most. */
  readonly peopleAtAnAddress: number
}

/** A school's, as the settings' defaults have it; a fifth of all where that is more, which is assumed. */
const PEOPLE = 2_000
const SHARE = 0.2
/** Six times what was measured in lessons (`api.signedInPerAddress`), and a catalogue's pages and reports. */
const SIGNED_IN = 150
const WITHOUT = 10

export function planFirewall(users: number): FirewallPlan {
  const peopleAtAnAddress = Math.max(PEOPLE, Math.ceil(users * SHARE))
  return {
    requestsPerAddress: peopleAtAnAddress * WITHOUT,
    signedInPerAddress: peopleAtAnAddress * SIGNED_IN,
    peopleAtAnAddress,
  }
}
