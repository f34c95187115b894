/** Where a load test on one machine spends the processor's time: what loads shares the cores with what is loaded. */
export const stages = [
  'generator',
  'coming',
  'edge',
  'gateway',
  'environments',
  'table',
  'valkey',
  'events',
  'runtime',
] as const
export type Stage = (typeof stages)[number]

interface StageFacts {
  /** What it is asked, which takes it about as long each time. */
  readonly unit: string
  /** Whether it does one thing at a time, in one thread. */
  readonly isAlone: boolean
  /** Whether an answer waits for it. */
  readonly isAwaited: boolean
}

export const stageFacts: Readonly<Record<Stage, StageFacts>> = {
  generator: { unit: 'request', isAlone: true, isAwaited: true },
  /** Of the generator: somebody new, for whom Artillery makes each step of a session before the first is taken. */
  coming: { unit: 'step of a session', isAlone: true, isAwaited: false },
  edge: { unit: 'request', isAlone: true, isAwaited: true },
  gateway: { unit: 'call', isAlone: true, isAwaited: true },
  environments: { unit: 'ms of the plan', isAlone: false, isAwaited: true },
  table: { unit: 'request to the table', isAlone: false, isAwaited: true },
  valkey: { unit: 'command', isAlone: true, isAwaited: true },
  /** Streams, queues and buckets, in the main thread. */
  events: { unit: 'unit written', isAlone: true, isAwaited: false },
  /** Node's own threads: what collects garbage and reads files. */
  runtime: { unit: 'request', isAlone: false, isAwaited: false },
}

/** Of each stage, in its own unit or in seconds. */
export type Amounts = Readonly<Record<Stage, number>>

export const byStage = (of: (stage: Stage) => number): Record<Stage, number> =>
  Object.fromEntries(stages.map((stage) => [stage, of(stage)])) as Record<Stage, number>

/** A machine as the simulation knows it. */
export interface MachineFigures {
  readonly cores: number
  /** Seconds of the processor for one unit of each stage. */
  readonly secondsPer: Amounts
}
