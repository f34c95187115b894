import { services } from '#contract/http/route'
import { aws } from '#load/plan/figures/service-times'
import { Account } from './aws/account.ts'
import { assumed } from './aws/facts.ts'
import { LambdaFunction } from './aws/lambda-function.ts'
import { hashOf } from './aws/partitions.ts'
import { Table } from './aws/table.ts'
import { Valkey } from './aws/valkey.ts'
import type { Rng } from './engine/rng.ts'
import { TokenBucket } from './engine/token-bucket.ts'
import type { Scenario } from './scenario.ts'
import type { People } from './traffic/people.ts'
import type { RouteFacts } from './traffic/routes.ts'

/** What became of a request that was not answered. */
export const failures = ['throttled', 'refused', 'failed'] as const
export type Failure = (typeof failures)[number]

const { scatter } = assumed
/** Valkey keeps what is a person's for an hour, courses' for a minute; an environment the latter for five seconds. */
const KEPT = { person: 3_600, course: 60, memory: 5 }
/** No person's key. */
const SITE_KEY = 0x7fff_ffff
const COURSE_KEYS = 0x4000_0000

/** Everything between the edge and the table. */
export class Site {
  readonly account: Account
  readonly functions: readonly LambdaFunction[]
  readonly table: Table
  readonly valkey: Valkey | undefined
  /** Of the request that was answered last: its function's environment, -1 where the gateway answered. */
  environment = -1
  /** For which its environment was busy, seconds. */
  busySeconds = 0

  /** Sign-ins, and tries that Cognito refused. */
  signIns = 0
  signInsRefused = 0

  /** Whether the request that is being answered needs no table. */
  #isRemembered = false
  readonly #throttle: TokenBucket
  readonly #signIns: TokenBucket
  readonly #hasCache: boolean
  readonly #rng: Rng
  readonly #people: People
  readonly #courses: number
  readonly #listPages: number
  /** By key: until when the gateway, Valkey and an environment's memory keep an answer. */
  readonly #inGateway: Float64Array
  readonly #inValkey: Float64Array
  readonly #inMemory = new Map<number, Float64Array>()

  constructor({ deployment, model }: Scenario, people: People, rng: Rng) {
    const { gateway, functions, concurrency, valkeyCommands, partitions } = deployment
    const { courses, listPages } = model.catalogue
    const account = new Account(concurrency)
    this.account = account
    this.functions = services.map(
      (service) =>
        new LambdaFunction({
          account,
          provisioned: functions[service]?.min ?? 0,
          idleSeconds: assumed.idleSeconds,
        }),
    )
    this.table = new Table(partitions)
    this.valkey = valkeyCommands > 0 ? new Valkey(valkeyCommands) : undefined
    this.#throttle = new TokenBucket(gateway.requestsPerSecond, gateway.burst)
    this.#signIns = new TokenBucket(deployment.signInsPerSecond, deployment.signInsPerSecond)
    this.#hasCache = gateway.hasCache
    this.#rng = rng
    this.#people = people
    this.#courses = courses
    this.#listPages = listPages
    this.#inGateway = new Float64Array(courses + listPages)
    this.#inValkey = new Float64Array(courses + listPages)
  }

  /** @returns milliseconds until it is answered; below 0 one of `failures`, from -1 down */
  ask(now: number, person: number, route: RouteFacts): number {
    this.environment = -1
    if (!this.#throttle.take(now)) return -1
    const around = this.#about(assumed.gatewayMs, scatter.gateway)
    const publicKey = route.gatewaySeconds > 0 ? this.#publicKey(person, route) : -1
    if (this.#hasCache && publicKey >= 0 && (this.#inGateway[publicKey] as number) > now)
      return around
    const lambda = this.functions[route.service] as LambdaFunction
    const environment = lambda.take(now)
    if (environment < 0) return -2
    this.environment = environment
    const start = lambda.startsCold ? this.#about(aws.coldStartMs, scatter.start) : 0
    const processor = this.#about(route.work.cpuMs / aws.processorShare, scatter.processor)
    const memory = this.#fromMemory(now, person, route, publicKey)
    const data = this.#isRemembered ? 0 : this.#fromTable(now, person, route)
    const service = start + processor + memory + Math.max(0, data)
    this.busySeconds = service / 1_000
    if (data < 0) return -3
    if (publicKey >= 0) this.#inGateway[publicKey] = now + route.gatewaySeconds
    return around + service
  }

  /** @returns whether somebody is signed in now */
  signIn(now: number): boolean {
    const isTaken = this.#signIns.take(now)
    if (isTaken) this.signIns++
    else this.signInsRefused++
    return isTaken
  }

  /** Valkey is empty, and everybody is read from the table again. */
  forgetAll(): void {
    this.#people.coursesKept.fill(0)
    this.#people.courseKept.fill(0)
    this.#inValkey.fill(0)
  }

  /** Environments have begun anew, and remember nothing. */
  forgetMemory(): void {
    this.#inMemory.clear()
  }

  /** @returns milliseconds for memory and Valkey, whether or not it is there */
  #fromMemory(now: number, person: number, route: RouteFacts, publicKey: number): number {
    this.#isRemembered = publicKey >= 0 && this.#isInMemory(now, publicKey)
    if (this.#isRemembered) return 0
    const { valkey } = this
    this.#isRemembered = route.work.table === 0
    if (!valkey || route.work.valkey === 0) return 0
    if (valkey.isAway(now)) return valkey.miss(route.service, this.environment) * 1_000
    this.#isRemembered = this.#isInValkey(now, person, route, publicKey)
    return route.work.valkey * aws.valkeyMs + valkey.ask(now, route.work.valkey) * 1_000
  }

  #isInMemory(now: number, key: number): boolean {
    let memory = this.#inMemory.get(this.environment)
    if (!memory) {
      memory = new Float64Array(this.#courses + this.#listPages)
      this.#inMemory.set(this.environment, memory)
    }
    if ((memory[key] as number) > now) return true
    memory[key] = now + KEPT.memory
    return false
  }

  /** Whether it is there; from now on it is. */
  #isInValkey(now: number, person: number, route: RouteFacts, publicKey: number): boolean {
    const people = this.#people
    if (route.work.writeUnits > 0) {
      people.coursesKept[person] = 0
      people.courseKept[person] = 0
      return false
    }
    if (publicKey >= 0) return isKept(this.#inValkey, publicKey, now, KEPT.course)
    if (route.remembers === 'courses') return isKept(people.coursesKept, person, now, KEPT.person)
    if (route.remembers === 'course') return isKept(people.courseKept, person, now, KEPT.person)
    return route.work.table === 0
  }

  /** @returns milliseconds; -1 where it failed */
  #fromTable(now: number, person: number, { work, whose, indexed }: RouteFacts): number {
    const course = COURSE_KEYS + (this.#people.course[person] as number)
    const key = hashOf(whose === 'site' ? SITE_KEY : whose === 'course' ? course : person)
    const read = work.readUnits > 0 ? this.table.read(now, key, work.readUnits) : 0
    if (read < 0) return -1
    const inIndex = indexed && {
      ...indexed,
      key: hashOf(indexed.index === 'byCourse' ? course : person),
    }
    const write = work.writeUnits > 0 ? this.table.write(now, key, work.writeUnits, inIndex) : 0
    if (write < 0) return -1
    return this.#about(work.table * aws.tableMs, scatter.table) + (read + write) * 1_000
  }

  #publicKey(person: number, route: RouteFacts): number {
    if (route.whose === 'site') return this.#courses + this.#rng.below(this.#listPages)
    return this.#people.course[person] as number
  }

  /** A time that is `mean` on average; its logarithm is normal. */
  #about(mean: number, deviation: number): number {
    return mean * Math.exp(deviation * this.#rng.normal() - (deviation * deviation) / 2)
  }
}

function isKept(until: Float64Array, key: number, now: number, seconds: number): boolean {
  if ((until[key] as number) > now) return true
  until[key] = now + seconds
  return false
}
