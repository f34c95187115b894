import { Metrics, type MetricUnit } from '@aws-lambda-powertools/metrics'

export interface Figure {
  readonly name: string
  readonly unit: (typeof MetricUnit)[keyof typeof MetricUnit]
  readonly values: readonly number[]
}
export type Dimensions = Readonly<Record<string, string>>

/** Told of what CloudWatch would not take. */
export type OnLeftOut = (what: Readonly<Record<string, unknown>>) => void

/**
 * Of metrics in a line, and of values in a metric. CloudWatch takes a hundred, where Powertools writes the
 * line by itself and forgets its dimensions.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
const MOST = 99
/** CloudWatch's 30, of which Powertools keeps one for itself. */
const MOST_DIMENSIONS = 29
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html */
const LARGEST = 2 ** 360
const LONGEST_NAME = 255
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html */
const LONGEST_VALUE = 1024

/**
 * Writes figures as lines of CloudWatch's embedded metric format, by which CloudWatch makes metrics; nobody
 * is called. One value that it does not take would cost the whole line: what is not taken is left out.
 */
export function createMetricWriter(namespace: string, onLeftOut: OnLeftOut) {
  const metrics = new Metrics({ namespace })
  // Its own default is the service's name, which would tell nothing and cost another metric.
  metrics.clearDefaultDimensions()

  /** @param dimensionSets each makes a metric of its own of every figure; `{}` has no dimension */
  return (figures: readonly Figure[], dimensionSets: readonly Dimensions[]): void => {
    const sets = dimensionSets.filter(isTaken)
    for (const dimensions of dimensionSets) if (!isTaken(dimensions)) onLeftOut({ dimensions })
    if (sets.length === 0) return
    for (const line of linesOf(figures.flatMap((figure) => partsOf(figure, onLeftOut)))) {
      for (const set of sets) metrics.addDimensions(set)
      for (const { name, unit, values } of line)
        for (const value of values) metrics.addMetric(name, unit, value)
      metrics.publishStoredMetrics()
    }
  }
}

function isTaken(set: Dimensions): boolean {
  const entries = Object.entries(set)
  return (
    entries.length <= MOST_DIMENSIONS &&
    entries.every(
      ([name, value]) =>
        isPlain(name, LONGEST_NAME) && !name.startsWith(':') && isPlain(value, LONGEST_VALUE),
    )
  )
}

/** ASCII without control characters, and not all of it spaces. */
const isPlain = (text: string, longest: number) =>
  text.length <= longest && /^[ -~]*[!-~][ -~]*$/.test(text)

/** A figure's values that are taken, in as many parts as lines hold. */
function partsOf(figure: Figure, onLeftOut: OnLeftOut): Figure[] {
  const { name } = figure
  const values = figure.values.filter((value) => Math.abs(value) <= LARGEST)
  const isNamed = isPlain(name, LONGEST_NAME)
  if (!isNamed || values.length < figure.values.length)
    onLeftOut({
      name,
      values: figure.values.filter((value) => !isNamed || !values.includes(value)),
    })
  if (!isNamed) return []
  return portionsOf(values).map((portion) => ({ ...figure, values: portion }))
}

/** Parts of one figure stand in different lines, in each of which a name stands once. */
function linesOf(parts: readonly Figure[]): Figure[][] {
  const byName = Map.groupBy(parts, ({ name }) => name)
  const most = Math.max(0, ...[...byName.values()].map((all) => all.length))
  return Array.from({ length: most }, (_, at) =>
    [...byName.values()].flatMap((all) => all[at] ?? []),
  ).flatMap((line) => portionsOf(line))
}

const portionsOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST) }, (_, at) =>
    all.slice(at * MOST, (at + 1) * MOST),
  )
