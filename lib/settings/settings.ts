import { z } from 'zod'
import { burstKinds } from '#contract/bursts/kinds/index'
import { Slug } from '#contract/platform/ids'
import { LessonSettings } from '#contract/platform/lesson-settings'
import { EncodingSettings, FileSettings, UploadSettings } from '#contract/platform/media-settings'
import { ProvisionedSettings, TimeZone } from './capacity.ts'
import { profiles } from './profiles.ts'
import { ValkeySettings } from './valkey-settings.ts'

/** The sizes of an API Gateway cache, in GB. */
const CacheSize = z.enum(['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'])

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/
const DOMAIN_IS = 'must be a domain in lower case, such as learn.school.example'

/** The settings of one deployment. Everything has a default, so that `{}` is a sound one. */
export const StageSettings = z.strictObject({
  /**
   * Who learn at once in the busiest hour. The capacity plan works out warm environments, throttles, caches and limits
   * of the firewall from it (`npm run plan`); what is said here besides goes before it. @default no plan, but each
   * setting's default
   */
  users: z.number().int().min(1).max(1_000_000).optional(),
  /** `small` does without what is paid by the hour. @default by the users */
  profile: z.enum(profiles).optional(),
  /** Of those who learn: the plan's day goes by it. */
  timezone: TimeZone.default('UTC'),
  /** Keep tables, buckets and user pools when a stack is deleted. */
  retainData: z.boolean().default(true),
  /** How many zones Valkey and the functions beside it are spread over. Some regions give an account two. */
  availabilityZones: z.number().int().min(2).max(3).default(2),
  provisioned: ProvisionedSettings.prefault({}),
  /**
   * Has environments warm before a lesson opens to the members of a course, where any are kept warm. Null: nobody looks
   * what opens.
   */
  warmForOpenings: z
    .strictObject({
      /** Of a course’s members, those who come within the minute. */
      comePercent: z.number().int().min(1).max(100).default(burstKinds.opening.comePercent),
    })
    .nullable()
    .prefault({}),
  valkey: ValkeySettings.prefault({ form: 'nodes' }),
  api: z
    .strictObject({
      /** Null keeps no cache, and pays for none. */
      cacheSizeGb: CacheSize.nullable().default('0.5'),
      /** AWS gives an account 10,000 and a bucket of 5,000 at first; more is asked for. */
      requestsPerSecond: z.number().int().min(1).max(1_000_000).default(2_000),
      burst: z.number().int().min(1).max(100_000).default(1_000),
      /**
       * CloudWatch's metrics for each route, for up to $1.50 a month and route ($0.30 each, November 2026): about
       * $50 for all. Those of the whole API, by which the alarms go, cost nothing.
       */
      metricsByRoute: z.boolean().default(false),
      /** Requests that each signed-in person may make in five minutes; a fifth of them at once. */
      requestsPerPerson: z.number().int().min(100).default(1_500),
      /** Requests without a sign-in that one address may make in five minutes. A school shares one address. */
      requestsPerAddress: z.number().int().min(100).default(20_000),
      /**
       * Those with a token, whoever's: a bound on floods of invented ones. The default leaves each of 2,000
       * people behind one address 150 in five minutes, six times what was measured in lessons.
       */
      signedInPerAddress: z.number().int().min(100).default(300_000),
    })
    .prefault({}),
  table: z
    .strictObject({
      /**
       * Units a second that it takes at once, where that is more than what a table on demand begins with; so does the
       * index of enrolments. Paid once, when it is raised, and never lowered: DynamoDB refuses less than it takes by
       * then. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html
       */
      warm: z
        .strictObject({
          reads: z.number().int().min(12_000),
          writes: z.number().int().min(4_000),
        })
        .nullable()
        .default(null),
    })
    .prefault({}),
  /** What AWS lets the account do a second, where it was raised: alarms ring at 80 % of it. */
  quotas: z
    .strictObject({
      tableReads: z.number().int().min(40_000).default(40_000),
      tableWrites: z.number().int().min(40_000).default(40_000),
      signIns: z.number().int().min(120).default(120),
    })
    .prefault({}),
  /** Calls a second that the plan expects of each function, with a burst: lines of the dashboard. @default no lines */
  planned: z
    .strictObject({
      catalog: z.number().min(0),
      learning: z.number().min(0),
      teaching: z.number().min(0),
      community: z.number().min(0).default(0),
      administration: z.number().min(0).default(0),
    })
    .optional(),
  uploads: UploadSettings.prefault({}),
  files: FileSettings.prefault({}),
  progress: z
    .strictObject({
      /**
       * How often a video that plays says where it is. Each time is a request and a write; between them a browser
       * that crashes forgets as much. A stop, a jump, hiding the page and leaving it are told at once all the same.
       * Below a minute, after which other tabs take what waits in this one's queue for left behind.
       */
      heartbeatSeconds: z.number().int().min(5).max(50).default(30),
    })
    .prefault({}),
  lessons: LessonSettings.prefault({}),
  /** What is recorded for reports. */
  reports: z
    .strictObject({
      /**
       * How long events are collected for a file. Fewer files are cheaper to write and to read, and today's numbers
       * older by half as much again: up to 90 they are at most five minutes old.
       */
      collectSeconds: z.number().int().min(60).max(900).default(60),
      /** What is older moves to cheaper storage, and stays there while nobody asks for it. */
      coolAfterDays: z.number().int().min(1).max(3_650).default(30),
      /** What is older is deleted. Null keeps it for ever. */
      keepDays: z.number().int().min(31).max(36_500).nullable().default(1_095),
      /** Athena stops a statement that would read more, at $5 for a terabyte. At least 0.01, its own least. */
      mostGigabytesAQuery: z.number().min(0.01).max(10_000).default(50),
    })
    .prefault({}),
  encoding: EncodingSettings.prefault({}),
  /**
   * Raised by one and deployed, it replaces the key that signs cookies, and what the edge shows the API. Those
   * before stay valid until the next time.
   */
  secretsGeneration: z.number().int().min(1).default(1),
  /** Made an administrator at the next deployment, and mailed a password. @default nobody is made one */
  firstAdmin: z.strictObject({ email: z.email(), name: z.string().trim().min(1) }).optional(),
  /** SES sends what Cognito would mail, from here. @default Cognito's own sender, which stops at 50 mails a day */
  mail: z
    .strictObject({
      from: z.email(),
      /** What stands before the address. */
      name: z.string().trim().min(1).optional(),
      /** A domain of the address that SES has verified. @default the address itself is verified */
      verifiedDomain: z.string().regex(DOMAIN, DOMAIN_IS).optional(),
      /** @default the region of the stacks */
      sesRegion: z.string().optional(),
    })
    .optional(),
  /** The site's own name. @default the name that CloudFront makes */
  domain: z
    .strictObject({
      name: z.string().regex(DOMAIN, DOMAIN_IS),
      /** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html */
      certificateArn: z
        .string()
        .regex(
          /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
          'must be the ARN of a certificate in us-east-1, where CloudFront looks for it, wherever the stacks are',
        ),
    })
    .optional(),
  logRetentionDays: z.literal([7, 14, 30, 90, 180, 365]).default(90),
  /**
   * A web ACL in front of the API, with limits for addresses and AWS's common rules, $9 a month; without it the API
   * asks the edge for a key alone (docs/operations.md#without-a-firewall).
   */
  apiWebAcl: z.boolean().default(true),
  /** A web ACL in front of CloudFront too; it can only be deployed in us-east-1. */
  edgeWebAcl: z.boolean().default(false),
  /** Who is told of uploads that were rejected, failed or are held back. */
  contentEmail: z.email().optional(),
  /**
   * `all` watch every promise and what could break it; `few` ring when the API fails, or work would be lost. What
   * either costs: docs/operations.md#alarms.
   */
  alarms: z.enum(['few', 'all']).default('all'),
  /**
   * Signs in and plays the first lesson of this course, which must be a video, every so many minutes. What it costs:
   * docs/operations.md#canary. @default nobody does, since the course must be there first
   */
  canary: z
    .strictObject({ course: Slug, everyMinutes: z.number().int().min(5).max(60).default(5) })
    .optional(),
  /** Who is told of alarms. */
  alarmEmail: z.email().optional(),
})
export type StageSettings = z.infer<typeof StageSettings>
export type StageSettingsInput = z.input<typeof StageSettings>

export interface Settings {
  readonly stages: Readonly<Record<string, StageSettingsInput>>
}

/**
 * The named stage's settings with their defaults; `fill` adds what a plan says where the stage says nothing.
 * @throws Error whose sentence names the setting that is wrong and what it may be
 */
export function settingsOf(
  settings: Settings,
  stage: string,
  fill?: (stage: StageSettingsInput) => StageSettingsInput,
): StageSettings {
  const given = settings.stages[stage]
  if (!given)
    throw new Error(
      `lectern.settings.ts has no stage "${stage}". It has: ${Object.keys(settings.stages).join(', ')}.`,
    )
  if (!/^[a-z][a-z0-9]{0,11}$/.test(stage))
    throw new Error(
      `The stage name "${stage}" must be 1 to 12 lower-case letters and digits, the first a letter.`,
    )
  if ((given.users ?? given.profile) !== undefined && !fill)
    throw new Error(`The stage "${stage}" names its users, and nobody has planned for them.`)
  const parsed = StageSettings.safeParse(fill ? fill(given) : given)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(
    (issue) => `stages.${[stage, ...issue.path].join('.')}: ${issue.message}`,
  )
  throw new Error(`lectern.settings.ts is wrong at ${issues.join('; ')}.`)
}
