import { WaitingLine } from '#load/simulation/engine/waiting-line'

/** Until a command that nobody answers is given up, and a caller goes on without: `adapters/cache/client/link.ts`. */
const LATE_SECONDS = 0.1

/** One thread that answers commands one after the other, each as long as the next: M/D/1 where people come by chance. */
export class Valkey {
  readonly #line = new WaitingLine(1)
  readonly #commandSeconds: number
  #awayUntil = 0
  #outage = 0
  /** By environment: the outage that it has noticed. */
  readonly #noticed: number[][] = []

  constructor(commandsPerSecond: number) {
    this.#commandSeconds = 1 / commandsPerSecond
  }

  isAway(now: number): boolean {
    return now < this.#awayUntil
  }

  /** It answers nobody for so long. */
  goAway(now: number, seconds: number): void {
    this.#awayUntil = now + seconds
    this.#outage++
  }

  /** @returns seconds until so many commands are answered, the way there and back not counted */
  ask(now: number, commands: number): number {
    const service = commands * this.#commandSeconds
    return this.#line.join(now, service) + service
  }

  /** @returns seconds that a call waits for nothing: once an environment and outage */
  miss(service: number, environment: number): number {
    this.#noticed[service] ??= []
    const noticed = this.#noticed[service]
    if (noticed[environment] === this.#outage) return 0
    noticed[environment] = this.#outage
    return LATE_SECONDS
  }
}
