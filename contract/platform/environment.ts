import { z } from 'zod'
import { LessonSettings } from './lesson-settings.ts'

/**
 * What each function finds in its environment, set by the stacks and parsed when it starts.
 * Endpoints of other clouds come by the SDK's own `AWS_ENDPOINT_URL_<SERVICE>`.
 */
const Table = z.object({ TABLE_NAME: z.string() })
const Cache = z.object({
  /** `rediss://host:6379`; empty means the memory level alone. */
  VALKEY_URL: z.string().default(''),
})

/** How many calls each person may make in five minutes. */
const PerPerson = z.object({ REQUESTS_PER_PERSON: z.coerce.number().int().min(1) })

/** Where CloudWatch keeps what is counted. */
const Metrics = z.string().default('Lectern')

/** What the encoding of videos may cost, by the settings. */
const Encoding = z.object({
  /** US dollars a month; empty knows no limit. */
  MONTHLY_BUDGET_USD: z.string().regex(/^(\d+(\.\d+)?)?$/),
  RELEASED_BY: z.enum(['admins', 'authors']),
  NORMALISE_LOUDNESS: z.enum(['true', 'false']),
  /** US dollars for a minute of SD in the Basic tier; empty takes what we know of the region. */
  SD_MINUTE_USD: z.string().regex(/^(\d+(\.\d+)?)?$/),
  MAX_SOURCE_BYTES: z.coerce.number(),
  MAX_SOURCE_SECONDS: z.coerce.number(),
})

/** What every worker between an upload and its video finds. */
const Media = Table.extend({
  INGEST_BUCKET: z.string(),
  CONTENT_BUCKET: z.string(),
  /** Tells this deployment's jobs and events from another's in the same account. */
  DEPLOYMENT_ID: z.string(),
})

/** What a worker that starts jobs needs beside. */
const Encoder = Media.extend(Encoding.shape).extend({
  MEDIACONVERT_ROLE_ARN: z.string(),
  /** Joined by commas: `AVC,HEVC`; empty takes all that can be read. */
  SOURCE_CODECS: z.string(),
})

export const environments = {
  catalog: Table.extend(Cache.shape).extend({
    CONTENT_BUCKET: z.string(),
    /** Signs the cursors of lists that anybody may page through. */
    CURSOR_SECRET: z.string().min(1),
  }),
  learning: Table.extend(Cache.shape).extend(PerPerson.shape).extend({
    /** The Secrets Manager secret with the keys for signed cookies: `SigningKeys`. */
    SIGNING_SECRET_ARN: z.string(),
    /** Which of them signs, and the id of CloudFront's public key that belongs to it. */
    SIGNING_GENERATION: z.string(),
    SIGNING_KEY_PAIR_ID: z.string(),
    METRICS_NAMESPACE: Metrics,
  }),
  teaching: Table.extend(Cache.shape)
    .extend(PerPerson.shape)
    .extend(Encoding.shape)
    .extend({
      INGEST_BUCKET: z.string(),
      CONTENT_BUCKET: z.string(),
      DEPLOYMENT_ID: z.string(),
      /** Seals the addresses of videos in what is published. */
      SEAL_SECRET: z.string().min(1),
      /** `lessons` of the settings, as JSON. */
      LESSONS: z.string().transform((text) => LessonSettings.parse(JSON.parse(text))),
    }),
  'media-ingest': Encoder,
  'media-command': Encoder,
  'media-status': Media,
  'media-watch': Media.extend(Encoding.shape).extend({ METRICS_NAMESPACE: Metrics }),
  'edge-invalidation': z.object({ DISTRIBUTION_ID: z.string() }),
  projector: Table,
  'enrolment-recount': Table,
  'first-admin': z.object({ USER_POOL_ID: z.string() }),
  'signing-key': z.object({ SIGNING_SECRET_ARN: z.string() }),
} as const

export type FunctionName = keyof typeof environments
export type Environment<F extends FunctionName> = z.infer<(typeof environments)[F]>
