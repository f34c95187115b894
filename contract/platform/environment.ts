import { z } from 'zod'
import { WarmTarget } from '#contract/capacity/warm-target'
import { LessonSettings } from './lesson-settings.ts'
import { EncodingSettings, FileSettings, UploadSettings } from './media-settings.ts'
import { PromisesMade } from './promised.ts'
import { ValkeyPlace } from './valkey-place.ts'

/**
 * What each function finds in its environment, set by the stacks and parsed when it starts; a function makes its
 * own schema alone. Endpoints of other clouds come by the SDK's own `AWS_ENDPOINT_URL_<SERVICE>`.
 */
export const environments = {
  catalog: () =>
    z.object({
      ...table(),
      ...cache(),
      ...metrics(),
      CONTENT_BUCKET: z.string(),
      /** Signs the cursors of lists that anybody may page through. */
      CURSOR_SECRET: z.string().min(1),
    }),
  pages: () =>
    z.object({
      ...table(),
      CONTENT_BUCKET: z.string(),
      CURSOR_SECRET: z.string().min(1),
      /** The site's own domain; empty where it has CloudFront's name alone. */
      SITE_DOMAIN: z.string(),
      /** The folder of what renders pages, a module for each language. */
      RENDERERS: z.string(),
    }),
  learning: () =>
    z.object({
      ...table(),
      ...cache(),
      ...metrics(),
      ...perPerson(),
      /** The Secrets Manager secret with the keys for signed cookies: `SigningKeys`. */
      SIGNING_SECRET_ARN: z.string(),
      /** Which of them signs, and the id of CloudFront's public key that belongs to it. */
      SECRETS_GENERATION: z.string(),
      SIGNING_KEY_PAIR_ID: z.string(),
    }),
  teaching: () =>
    z.object({
      ...table(),
      ...cache(),
      ...metrics(),
      ...perPerson(),
      ...media(),
      ...settings(),
      ...publishing(),
      ...fileSettings(),
      LAKE_BUCKET: z.string(),
      /** What sending an hour of video costs, by estimate. */
      EGRESS_USD_PER_HOUR: z.coerce.number().min(0),
      ...promises(),
    }),
  community: () => z.object({ ...table(), ...metrics(), ...perPerson() }),
  administration: () =>
    z.object({
      ...table(),
      ...metrics(),
      ...perPerson(),
      /** Whose accounts people have. */
      USER_POOL_ID: z.string(),
    }),
  'media-ingest': () =>
    z.object({ ...table(), ...media(), ...settings(), MEDIACONVERT_ROLE_ARN: z.string() }),
  'media-command': () =>
    z.object({ ...table(), ...media(), ...settings(), MEDIACONVERT_ROLE_ARN: z.string() }),
  'file-intake': () =>
    z.object({
      ...table(),
      ...media(),
      ...fileSettings(),
      /** The folder of what makes pictures anew. */
      IMAGES: z.string(),
    }),
  'course-copy': () =>
    z.object({ ...table(), CONTENT_BUCKET: z.string(), DEPLOYMENT_ID: z.string() }),
  'media-status': () => z.object({ ...table(), ...media() }),
  'media-watch': () => z.object({ ...table(), ...media(), ...settings(), ...metrics() }),
  'edge-invalidation': () => z.object({ DISTRIBUTION_ID: z.string() }),
  projector: () => z.object(table()),
  'enrolment-recount': () => z.object(table()),
  'burst-watch': () =>
    z.object({
      ...table(),
      ...metrics(),
      /** The functions that are kept warm, as JSON. */
      WARM_TARGETS: asJson(z.array(WarmTarget)),
    }),
  'publish-due': () =>
    z.object({
      ...table(),
      ...cache(),
      ...publishing(),
      CONTENT_BUCKET: z.string(),
      DEPLOYMENT_ID: z.string(),
    }),
  reporter: () =>
    z.object({
      ...metrics(),
      LAKE_BUCKET: z.string(),
      CONTENT_BUCKET: z.string(),
      WORK_GROUP: z.string(),
      DATABASE: z.string(),
      /** By which API Gateway counts. */
      API_NAME: z.string(),
      ...promises(),
    }),
  exporter: () =>
    z.object({
      /** Where what is recorded lies, and the register of whom it is about. */
      LAKE_BUCKET: z.string(),
      /** The Firehose stream that takes events. */
      EVENTS_STREAM: z.string(),
    }),
  'first-admin': () => z.object({ USER_POOL_ID: z.string() }),
  'canary-account': () => z.object({ USER_POOL_ID: z.string(), ACCOUNT_SECRET_ARN: z.string() }),
  'signing-key': () => z.object({ SIGNING_SECRET_ARN: z.string() }),
} as const

export type FunctionName = keyof typeof environments
type Schema<F extends FunctionName> = ReturnType<(typeof environments)[F]>
export type Environment<F extends FunctionName> = z.infer<Schema<F>>
/** Every variable that the function's environment declares; CloudFormation carries text alone. */
export type Variables<F extends FunctionName> = {
  readonly [K in keyof z.input<Schema<F>>]: string
}

function table() {
  return { TABLE_NAME: z.string() }
}

function cache() {
  return { VALKEY: asJson(ValkeyPlace) }
}

function metrics() {
  return {
    /** Where CloudWatch keeps what is counted. */
    METRICS_NAMESPACE: z.string().default('Lectern'),
  }
}

function perPerson() {
  return {
    /** How many calls each person may make in five minutes. */
    REQUESTS_PER_PERSON: z.coerce.number().int().min(1),
  }
}

function publishing() {
  return {
    /** Seals the addresses of videos in what is published. */
    SEAL_SECRET: z.string().min(1),
    /** `lessons` of the settings, as JSON. */
    LESSONS: asJson(LessonSettings),
  }
}

/** What whoever deals with uploads and their videos finds. */
function media() {
  return {
    INGEST_BUCKET: z.string(),
    CONTENT_BUCKET: z.string(),
    /** Tells this deployment's jobs and events from another's in the same account. */
    DEPLOYMENT_ID: z.string(),
  }
}

function promises() {
  return { PROMISES: asJson(PromisesMade) }
}

/** The settings of their names, whole. */
function settings() {
  return { ENCODING: asJson(EncodingSettings), UPLOADS: asJson(UploadSettings) }
}

function fileSettings() {
  return { FILES: asJson(FileSettings) }
}

function asJson<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema)
}
