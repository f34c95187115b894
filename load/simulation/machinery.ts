import { services } from '#contract/http/route'
import { assumed } from './aws/facts.ts'
import type { LambdaFunction } from './aws/lambda-function.ts'
import { TargetTracking } from './aws/target-tracking.ts'
import type { Fault, Scenario } from './scenario.ts'
import type { Site } from './site.ts'

/** Puts on the agenda that so many environments of a function are there. */
interface Later {
  allocated(at: number, service: number, count: number): void
  /** Those of a new version. */
  released(at: number, service: number, count: number): void
}

interface Seen {
  calls: number
  busySeconds: number
  provisionedBusySeconds: number
}

/** What goes on behind the requests: scaling by the minute, partitions that split, releases, and what fails. */
export class Machinery {
  readonly #site: Site
  readonly #zones: number
  readonly #later: Later
  readonly #seen: Seen[]
  /** By function; undefined where none are provisioned. */
  readonly #trackings: readonly (TargetTracking | undefined)[]

  constructor({ deployment }: Scenario, site: Site, later: Later) {
    this.#site = site
    this.#zones = deployment.zones
    this.#later = later
    this.#seen = services.map(nothingSeen)
    this.#trackings = services.map((service) => {
      const bounds = deployment.functions[service]
      return bounds ? new TargetTracking(deployment.tracking, bounds, bounds.min) : undefined
    })
  }

  called(service: number, busySeconds: number, isSpillOver: boolean): void {
    const seen = this.#seen[service] as Seen
    seen.calls++
    seen.busySeconds += busySeconds
    if (!isSpillOver) seen.provisionedBusySeconds += busySeconds
  }

  minute(now: number): void {
    this.#site.table.split(now)
    this.#trackings.forEach((tracking, service) => {
      const { provisioned } = this.#function(service)
      const asked = tracking?.see(now, { ...(this.#seen[service] as Seen), provisioned })
      if (asked) this.#later.allocated(asked.at, service, asked.count)
      this.#seen[service] = nothingSeen()
    })
  }

  allocated(now: number, service: number, count: number): void {
    this.#function(service).provision(now, count)
  }

  released(now: number, service: number, count: number): void {
    this.#function(service).replaceAll(now, count)
    this.#site.forgetMemory()
  }

  /** @returns functions and environments whose call is lost */
  fail(now: number, { kind }: Fault): [service: number, environment: number][] {
    const { valkey } = this.#site
    if (kind === 'valkey') {
      valkey?.goAway(now, assumed.valkeyAwaySeconds)
      this.#site.forgetAll()
      return []
    }
    if (kind === 'zone') {
      valkey?.goAway(now, assumed.failoverSeconds)
      return services.flatMap((_, service) => this.#loseZone(now, service))
    }
    services.forEach((_, service) => {
      this.#release(now, service, kind === 'release')
    })
    return []
  }

  #loseZone(now: number, service: number): [number, number][] {
    const lambda = this.#function(service)
    const { provisioned } = lambda
    const lost = lambda.lose(now, (environment) => environment % this.#zones === 0)
    this.#allocate(now, service, provisioned)
    return lost.map((environment) => [service, environment])
  }

  #release(now: number, service: number, isWarm: boolean): void {
    const { provisioned } = this.#function(service)
    const tracking = this.#trackings[service]
    if (isWarm && tracking && provisioned > 0) {
      const { at, count } = tracking.allocate(now, provisioned, 0)
      this.#later.released(at, service, count)
      return
    }
    this.released(now, service, 0)
    this.#allocate(now, service, provisioned)
  }

  #allocate(now: number, service: number, count: number): void {
    const { provisioned } = this.#function(service)
    const asked = this.#trackings[service]?.allocate(now, count, provisioned)
    if (asked && count > provisioned) this.#later.allocated(asked.at, service, count)
  }

  #function(service: number): LambdaFunction {
    return this.#site.functions[service] as LambdaFunction
  }
}

const nothingSeen = (): Seen => ({ calls: 0, busySeconds: 0, provisionedBusySeconds: 0 })
