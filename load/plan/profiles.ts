import type { Profile } from '#lib/settings/profiles'

/** Whom each is meant for, at once. */
export const usersOf: Readonly<Record<Profile, number>> = {
  small: 100,
  standard: 10_000,
  large: 100_000,
}

/** Up to so many people a start now and then costs less than environments that wait. */
const SMALL_UP_TO = 300
const LARGE_FROM = 50_000

export const profileOf = (users: number): Profile =>
  users <= SMALL_UP_TO ? 'small' : users < LARGE_FROM ? 'standard' : 'large'

export const lost: Readonly<Record<Profile, readonly string[]>> = {
  small: [
    'Whoever comes first after a pause waits for a start, about half a second longer.',
    'Without Valkey the table is asked each time; limits on what a person may ask hold in each environment by itself.',
    'Without the gateway’s cache every visit of the catalogue runs a function.',
    'Without a firewall one address may ask as much as the stage lets in; nobody gets around the edge all the same (`apiWebAcl`).',
    'Few alarms: that the API fails, and that work would be lost; no promise is watched.',
  ],
  standard: [],
  large: [],
}
