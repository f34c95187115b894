import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERROR_STATUS } from '#contract/http/error-status'
import { ErrorBody } from '#contract/http/errors'
import { fillPath } from '#contract/http/fill-path'
import { isIdempotent, type Route } from '#contract/http/route'
import { allRoutes } from '#contract/routes'
import { type Lms, startLms } from '#test/support/lms'
import { malformedCalls } from '#test/support/malformed-calls'
import { type Expectation, expectations, type Whose } from '#test/support/route-expectations'
import { makeWorld, people, team, type Who, type World } from '#test/support/world'

/** Sign-up may leave a person without a name; the address must not take its place. */
const nameless = { ...people.owner, name: '' }
const UNKNOWN = 'crs_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const everybody = Object.keys(people) as Who[]
const rows: Readonly<Record<string, Expectation>> = expectations
const table = allRoutes.map((route) => [route.id, route] as const)

let lms: Lms
/** Only for calls that must change nothing. */
let shared: World
let theirs: World

beforeAll(async () => {
  lms = await startLms()
  shared = await makeWorld(lms)
  theirs = await makeWorld(lms, people.stranger)
})
afterAll(() => lms?.close())

describe.each(table)('%s', (_, route) => {
  const expected = expectationOf(route)
  const allowed = everybody.filter((who) => refusalOf(route, who) === null)
  const refused = everybody.filter((who) => refusalOf(route, who) !== null)

  let looked: Promise<World> | undefined
  /** Who only looks, or does something of their own, takes nothing from the next. */
  const worldToAct = () => {
    const writes = route.method !== 'GET' && route.right !== 'read'
    if (expected.whose === 'teachers' && writes) return makeWorld(lms, nameless)
    looked ??= makeWorld(lms, nameless)
    return looked
  }

  it.each(allowed)('answers its %s', async (who) => {
    const world = await worldToAct()
    await expected.given?.(world, lms)
    const answer = await call(route, who, world)
    expect(answer).toMatchObject({ status: route.status ?? (route.response ? 200 : 204) })
    const learns = [ownAddressOf('enrolled'), `${world.learnerId}@example.org`]
    const told = expected.tellsAddresses && MANAGE.includes(who) ? learns : []
    const addresses = addressesIn(answer.body).filter((address) => address !== ownAddressOf(who))
    expect(addresses.filter((address) => !told.includes(address))).toEqual([])
  })

  it('tells everybody else why not, and changes nothing for them', async () => {
    const changes = await lms.watch()
    for (const who of refused) {
      const code = refusalOf(route, who) ?? 'internal'
      expectFailure(await call(route, who, shared), code)
    }
    expect(await changes()).toEqual([])
  })

  it('refuses malformed input with what is wrong, once it knows who asks', async () => {
    const changes = await lms.watch()
    for (const { path, parts } of malformedCalls(route)) {
      const body = expectFailure(await call(route, 'admin', shared, parts), 'invalid')
      expect(body.error.issues?.map((issue) => issue.path.startsWith(path))).toContain(true)
      if (route.access !== 'public')
        expectFailure(await call(route, 'nobody', shared, parts), 'unauthenticated')
    }
    expect(await changes()).toEqual([])
  })

  it('finds nothing under another’s name or where nothing is', async () => {
    const changes = await lms.watch()
    const [first, ...children] = Object.keys(route.params?.shape ?? {})
    if (first && route.errors?.includes('not_found')) {
      const params = { [first]: UNKNOWN }
      expectFailure(await call(route, 'admin', shared, { params }), 'not_found')
    }
    if (children.length > 0) {
      // Their lesson below my course, with whatever else names their things.
      const params = { courseId: shared.courseId }
      for (const who of allowed)
        expectFailure(await call(route, who, theirs, { params }), 'not_found')
    }
    expect(await changes()).toEqual([])
  })
})

it.each(allRoutes.filter(isIdempotent).map((route) => [route.id, route] as const))(
  '%s changes nothing more when it is called again',
  async (_, route) => {
    const world = await makeWorld(lms)
    await expectationOf(route).given?.(world, lms)
    const who = refusalOf(route, 'owner') === null ? 'owner' : 'enrolled'
    const first = await call(route, who, world)
    const changes = await lms.watch()
    const again = await call(route, who, world)
    // Where it was done already, some say so; who handed a course over may not do it again.
    const { not_found, conflict, forbidden } = ERROR_STATUS
    const said = route.right === 'own' ? [forbidden] : [not_found, conflict]
    expect([first.status, ...said]).toContain(again.status)
    expect(await changes()).toEqual([])
  },
)

it('every expectation belongs to a route', () => {
  expect(Object.keys(expectations).sort()).toEqual(allRoutes.map(({ id }) => id).sort())
})

const addressesIn = (value: unknown) =>
  JSON.stringify(value ?? null).match(/[\w.-]+@[\w.-]+/g) ?? []

/** Those who may manage a course's people. */
const MANAGE: readonly Who[] = ['owner', 'admin', 'teacher', 'mayPeople']

const ownAddressOf = (who: Who) => `${people[who]?.sub}@example.org`

function expectationOf({ id }: Route): Expectation {
  const row = rows[id]
  if (!row) throw new Error(`Route ${id} has no row in test/support/route-expectations.ts`)
  return row
}

const isOfTeam = (who: Who): who is keyof typeof team => who in team
const ofTeam = everybody.filter(isOfTeam)

const AT_HOME: Readonly<Record<Whose, readonly Who[]>> = {
  everybody,
  enrolled: ['enrolled'],
  members: ['enrolled', 'owner', 'admin', ...ofTeam],
  teachers: ['owner', 'admin', ...ofTeam],
}

function refusalOf(route: Route, who: Who) {
  if (route.access === 'public') return null
  if (who === 'nobody') return 'unauthenticated'
  const authors: readonly Who[] = ['stranger', 'owner', 'admin']
  if (route.access === 'author' && !authors.includes(who)) return 'forbidden'
  if (route.access === 'admin' && who !== 'admin') return 'forbidden'
  if (!AT_HOME[expectationOf(route).whose].includes(who)) return 'not_found'
  return isOfTeam(who) && !maySo(route, who) ? 'forbidden' : null
}

/** The rule once more, in other words than the core's. */
function maySo({ id, right }: Route, who: keyof typeof team): boolean {
  // To spend beyond the budget takes an author of the site, too.
  if (id === 'releaseAsset') return false
  if (right === undefined || right === 'read') return true
  const rights: readonly string[] = team[who].rights
  return who === 'teacher' ? right !== 'own' : rights.includes(right)
}

interface Parts {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A good call to this world's objects, but for the given parts. */
function call(route: Route, who: Who, world: World, parts: Parts = {}) {
  const { body, query } = expectationOf(route)
  const values = { ...world, ...parts.params }
  const address = fillPath(route.path, values, parts.query ?? (query?.(world) as Parts['query']))
  const sent = 'body' in parts ? parts.body : body?.(world)
  return lms.call(route.service, people[who], route.method, address, sent)
}

function expectFailure(answer: { status: number; body: unknown }, code: keyof typeof ERROR_STATUS) {
  expect(answer).toMatchObject({ status: ERROR_STATUS[code], body: { error: { code } } })
  return ErrorBody.parse(answer.body)
}
