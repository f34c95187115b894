import { z } from 'zod'

/** One value of a metric. */
export interface Measured {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
  /** Epoch milliseconds. */
  readonly at: number
  readonly value: number
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
const Embedded = z.looseObject({
  _aws: z.object({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
})
const Values = z.union([z.number().transform((one) => [one]), z.array(z.number())])

/** The metrics in what a function wrote; lines that are no such thing are logs. */
export function embeddedMetrics(text: string): Measured[] {
  if (!text.includes('"_aws"')) return []
  return text.split('\n').flatMap((line) => {
    const parsed = Embedded.safeParse(jsonOf(line))
    if (!parsed.success) return []
    const { _aws, ...members } = parsed.data
    return _aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
      Dimensions.flatMap((names) =>
        Metrics.flatMap(({ Name }) =>
          Values.parse(members[Name]).map((value) => ({
            namespace: Namespace,
            name: Name,
            dimensions: Object.fromEntries(names.map((name) => [name, String(members[name])])),
            at: _aws.Timestamp,
            value,
          })),
        ),
      ),
    )
  })
}

function jsonOf(line: string): unknown {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line)
  } catch {
    // A line that begins like one.
    return undefined
  }
}
