import { services } from '#contract/http/route'
import { hurryOf } from '#load/model/rates'
import { Agenda } from './engine/agenda.ts'
import { Popularity } from './engine/popularity.ts'
import { Rng } from './engine/rng.ts'
import { Machinery } from './machinery.ts'
import { Recorder } from './recorder.ts'
import type { Fault, Scenario } from './scenario.ts'
import { type Failure, failures, Site } from './site.ts'
import { People } from './traffic/people.ts'
import { pauseOfBeat, pauseOfCall, pauseOfSignIn } from './traffic/retries.ts'
import { numberOf, type RouteFacts, routeFacts } from './traffic/routes.ts'
import { walkOf, walkOfBurst } from './traffic/walk.ts'

export interface Run {
  readonly scenario: Scenario
  readonly recorder: Recorder
  readonly site: Site
  /** Events that were taken off the agenda. */
  readonly events: number
}

/** Of the agenda; what a subject is stands beside. */
const STEP = 0 // person
const CALL = 1 // (failures × routes + route) × people + person
const BEAT = 2 // person
const BEAT_AGAIN = 3 // person
const ANSWERED = 4 // environment × services + service
const SECOND = 5
const MINUTE = 6
const ALLOCATED = 7 // environments × services + service
const RELEASED = 8 // environments × services + service
const FAULT = 9 // of the scenario's
const SIGN_IN = 10 // person

const BEATS = numberOf('recordProgress')
const ROUTES = routeFacts.length
const SERVICES = services.length

/**
 * Plays a scenario, event by event. The same scenario with the same seed gives the same run; another deployment meets
 * the same people.
 * @param onMinute told of each minute that has passed
 */
export function simulate(scenario: Scenario, onMinute: (minute: number) => void = () => {}): Run {
  const { seed, users, seconds, comingSeconds, model, heartbeatSeconds } = scenario
  const chance = new Rng(seed, 0)
  const retrying = new Rng(seed, 1)
  const signing = new Rng(seed, 3)
  const hurry = hurryOf(model)
  const kinds = Object.values(model.people).map((kind) => ({
    walk: walkOf(kind, hurry),
    count: Math.round(users * kind.share),
  }))
  const comers = scenario.bursts.map(({ burst }) => ({
    walk: walkOfBurst(burst),
    count: Math.round(users * burst.shareOfUsers),
  }))
  const people = new People([...kinds, ...comers], {
    rng: chance,
    favour: new Popularity(model.catalogue.courses),
  })
  const everybody = people.count
  const site = new Site(scenario, people, new Rng(seed, 2))
  const recorder = new Recorder(seconds, comingSeconds)
  const agenda = new Agenda()
  const machinery = new Machinery(scenario, site, {
    allocated: (at, service, count) => agenda.add(at, ALLOCATED, count * SERVICES + service),
    released: (at, service, count) => agenda.add(at, RELEASED, count * SERVICES + service),
  })
  /** By person: when the next heartbeat is due. */
  const nextBeat = new Float64Array(everybody)
  /** By function and environment: which call it answers. */
  const answering: number[][] = services.map(() => [])

  let here = 0
  for (const { count } of kinds)
    for (let person = here, end = here + count; person < end; person++, here++) {
      people.begin(person)
      agenda.add(chance.uniform() * comingSeconds, STEP, person)
    }
  for (const [at, { count }] of comers.entries()) {
    const { burst, atSeconds } = scenario.bursts[at] as Scenario['bursts'][number]
    for (let end = here + count; here < end; here++) {
      people.join(here)
      const comes = atSeconds + chance.uniform() * burst.withinSeconds
      agenda.add(comes, signing.uniform() < burst.signIns ? SIGN_IN : STEP, here)
    }
  }
  for (const [at, { atSeconds }] of scenario.faults.entries()) agenda.add(atSeconds, FAULT, at)
  agenda.add(1, SECOND, 0)
  agenda.add(60, MINUTE, 0)

  /** @returns whether it was answered */
  function ask(now: number, person: number, route: number): boolean {
    const facts = routeFacts[route] as RouteFacts
    const { service } = facts
    recorder.at(now)
    recorder.add(service, 'asked')
    const milliseconds = site.ask(now, person, facts)
    if (site.environment >= 0) {
      recorder.called(service)
      const lambda = site.functions[service]
      if (lambda?.startsCold) recorder.add(service, 'coldStarts')
      if (lambda?.isSpillOver) recorder.add(service, 'spilledOver')
      machinery.called(service, site.busySeconds, lambda?.isSpillOver === true)
      ;(answering[service] as number[])[site.environment] = route * everybody + person
      agenda.add(now + site.busySeconds, ANSWERED, site.environment * SERVICES + service)
    }
    if (milliseconds < 0) {
      recorder.add(service, failures[-1 - milliseconds] as Failure)
      return false
    }
    if (site.environment < 0) recorder.add(service, 'fromGateway')
    recorder.answered(service, milliseconds)
    return true
  }

  /** @param failed how often it has failed already */
  function call(now: number, person: number, route: number, failed: number): void {
    if (route === BEATS) tell(now, person)
    else if (!ask(now, person, route)) again(now, person, route, failed + 1)
  }

  function again(now: number, person: number, route: number, failed: number): void {
    const pause = pauseOfCall(failed, retrying)
    if (pause < 0) recorder.givenUp()
    else agenda.add(now + pause, CALL, (failed * ROUTES + route) * everybody + person)
  }

  /** One heartbeat tells all that were kept. */
  function tell(now: number, person: number): void {
    if ((people.waitsUntil[person] as number) > now) return
    if (ask(now, person, BEATS)) people.failedBeats[person] = 0
    else keepBeat(now, person)
  }

  function keepBeat(now: number, person: number): void {
    const failed = Math.min(20, (people.failedBeats[person] as number) + 1)
    people.failedBeats[person] = failed
    const until = now + pauseOfBeat(failed, retrying)
    people.waitsUntil[person] = until
    agenda.add(until, BEAT_AGAIN, person)
  }

  function step(now: number, person: number): void {
    const stage = people.step(person)
    if (!stage) return
    const stays = chance.exponential(stage.seconds)
    stage.routes.forEach((route, at) => {
      const mean = stage.counts[at] as number
      const isSpread = mean > 1 || stage.plays > 0
      for (let times = people.countOf(mean); times > 0; times--)
        if (isSpread) agenda.add(now + chance.uniform() * stays, CALL, route * everybody + person)
        else call(now, person, route, 0)
    })
    if (stage.plays > 0) {
      people.playsUntil[person] = now + stage.plays * stays
      beatAt(now + chance.uniform() * heartbeatSeconds, person)
    }
    agenda.add(now + stays, STEP, person)
  }

  function beatAt(time: number, person: number): void {
    nextBeat[person] = time
    if (time <= (people.playsUntil[person] as number)) agenda.add(time, BEAT, person)
  }

  let events = 0
  while (agenda.next()) {
    const now = agenda.time
    if (now > seconds) break
    events++
    const { subject } = agenda
    switch (agenda.kind) {
      case STEP:
        step(now, subject)
        break
      case SIGN_IN:
        if (site.signIn(now)) step(now, subject)
        else agenda.add(now + pauseOfSignIn(signing), SIGN_IN, subject)
        break
      case CALL: {
        const asked = Math.floor(subject / everybody)
        call(now, subject % everybody, asked % ROUTES, Math.floor(asked / ROUTES))
        break
      }
      case BEAT:
        // Of a video before this one.
        if (nextBeat[subject] !== now) break
        tell(now, subject)
        beatAt(now + heartbeatSeconds, subject)
        break
      case BEAT_AGAIN:
        if ((people.failedBeats[subject] as number) > 0) tell(now, subject)
        break
      case ANSWERED:
        site.functions[subject % SERVICES]?.giveBack(now, Math.floor(subject / SERVICES))
        break
      case SECOND:
        recorder.at(now)
        site.functions.forEach(({ busyProvisioned, busyOnDemand, provisioned }, service) => {
          recorder.environments(service, busyProvisioned + busyOnDemand, provisioned)
        })
        agenda.add(now + 1, SECOND, 0)
        break
      case MINUTE:
        machinery.minute(now)
        onMinute(now / 60)
        agenda.add(now + 60, MINUTE, 0)
        break
      case ALLOCATED:
        machinery.allocated(now, subject % SERVICES, Math.floor(subject / SERVICES))
        break
      case RELEASED:
        machinery.released(now, subject % SERVICES, Math.floor(subject / SERVICES))
        break
      default:
        for (const [service, environment] of machinery.fail(
          now,
          scenario.faults[subject] as Fault,
        )) {
          const lost = answering[service]?.[environment] ?? 0
          recorder.at(now)
          recorder.add(service, 'failed')
          const [person, route] = [lost % everybody, Math.floor(lost / everybody)]
          if (route === BEATS) keepBeat(now, person)
          else again(now, person, route, 1)
        }
    }
  }
  return { scenario, recorder, site, events }
}
