import type { BurstName } from '#contract/bursts/kinds/index'

/** A time at which many of a course’s members will come. */
export interface Burst {
  readonly kind: BurstName
  readonly courseId: string
  /** The beginning of its quarter of an hour. */
  readonly at: Date
}

export interface BurstRepository {
  /** Of a course, by kind: these and no others. */
  replace(courseId: string, kind: BurstName, at: readonly Date[]): Promise<void>
  /** Of one kind in all courses, from the first moment until the second, which is left out. */
  list(kind: BurstName, from: Date, until: Date): Promise<Burst[]>
}

/** The least and the most of a function’s warm environments. */
export interface Bounds {
  readonly min: number
  readonly max: number
}

/** New bounds from a moment on, once. */
export interface PlannedBounds extends Bounds {
  readonly name: string
  readonly at: Date
}

/** A function’s warm environments as they are scaled now. */
export interface WarmState extends Bounds {
  /** Of those that were put here, whether their time has come or not. */
  readonly planned: readonly PlannedBounds[]
}

/** What scales warm environments. Told the same twice, it does it once. */
export interface WarmTargets {
  read(resourceId: string): Promise<WarmState>
  put(resourceId: string, planned: PlannedBounds): Promise<void>
  remove(resourceId: string, name: string): Promise<void>
}

export interface AccountQuota {
  /** Environments that may be kept warm, of all functions together. */
  warmAtMost(): Promise<number>
}
