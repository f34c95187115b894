import { queries } from '#adapters/cache/queries'
import { StageSettings } from '#lib/settings/settings'
import { model } from '#load/model/model'
import { byService, ratesOf } from '#load/model/rates'

/** Read and write units a second of the busiest partition of a kind. */
interface Rate {
  readonly reads: number
  readonly writes: number
}

export interface PartitionKind {
  readonly partition: string
  /** `<entity> <index>`, as what lies there is named in `adapters/dynamo`; `table` for the table itself. */
  readonly holds: readonly string[]
  readonly rate: (load: Load) => Rate
  readonly note: string
}

/**
 * Of one partition, in units a second:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
 */
export const LIMIT: Rate = { reads: 3_000, writes: 1_000 }

const MINUTE = 60
const HOUR = 3_600

/** What the rates are worked out from, besides the traffic model. */
export const ASSUMED = {
  heartbeatSeconds: StageSettings.parse({}).progress.heartbeatSeconds,
  /** Of an execution environment: https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html */
  requestsPerEnvironment: 10,
  /** Seconds that an environment’s memory keeps them. */
  memory: {
    course: queries.published.memory,
    catalogue: queries.catalogue.memory,
    syllabus: queries.syllabus.memory,
    duration: queries.liveDuration.memory,
  },
  enrolledInAnHour: 20_000,
  /** The busiest minute of that hour. */
  minuteShare: 0.1,
  /** The largest of each, of which `item-sizes.test.ts` knows: 332, 167 and 30 kB. */
  units: { syllabus: 83, asset: 42, course: 8 },
  /** The same video written: a unit a kilobyte. */
  assetWriteUnits: 167,
  cataloguePages: 3,
  /** Fifty cards of a kilobyte, read from the index. */
  unitsOfPage: 7,
  publishingsPerHour: 600,
  quartersOfDay: 96,
  authorsOfACourse: 10,
  triesAtOnce: 10,
  /** Of a person with three names. */
  rosterLines: 5,
  /** Jobs at once, each told of every ten seconds. */
  encodes: 400,
} as const

/** Environments by function, enrolments a second, and all who are there. */
interface Load {
  readonly learning: number
  readonly catalog: number
  /** Reads of announcements a second, and of notifications. */
  readonly community: number
  readonly bells: number
  readonly enrolments: number
  readonly users: number
}

/** Everybody is in the busiest course, whose last video has begun; Valkey is off and the gateway keeps nothing. */
export const loadOf = (users: number): Load => {
  const { heartbeatSeconds, requestsPerEnvironment } = ASSUMED
  const requests = byService(ratesOf(model, { users, heartbeatSeconds }))
  return {
    learning: requests.learning / requestsPerEnvironment,
    catalog: requests.catalog / requestsPerEnvironment,
    community: requests.community,
    bells: ratesOf(model, { users, heartbeatSeconds }).listNotifications,
    users,
    enrolments: (ASSUMED.enrolledInAnHour * ASSUMED.minuteShare) / MINUTE,
  }
}

const { memory, units, heartbeatSeconds } = ASSUMED
const onePerson = ratesOf(model, { users: 1, heartbeatSeconds })
/** Of a course with so many places alone: the others’ counts are written some times a second, by the stream. */
const countWrites = (enrolments: number) => 2 * enrolments
/** What a course announced last: some twenty titles. */
const NEWS_UNITS = 1
const jobEvents = ASSUMED.encodes / 10

export const PARTITIONS: readonly PartitionKind[] = [
  {
    partition: 'a learner in a course',
    holds: [
      'enrolment table',
      'movedenrolment table',
      'formerenrolment table',
      'progress table',
      'settledprogress table',
    ],
    rate: () => ({
      reads: 2 / ASSUMED.heartbeatSeconds + 2 * onePerson.openCourse,
      writes: 1 / ASSUMED.heartbeatSeconds + 1 / MINUTE,
    }),
    note: 'one person’s, however many there are',
  },
  {
    partition: 'a person’s tries of codes',
    holds: ['codetries table'],
    rate: () => ({ reads: 0, writes: ASSUMED.triesAtOnce }),
    note: 'one person’s: what the rate of a person lets through at once; all but ten in an hour write nothing',
  },
  {
    partition: '`gsi1`: a learner’s courses',
    holds: ['enrolment gsi1', 'membership gsi1'],
    rate: () => ({ reads: onePerson.listMyCourses, writes: 2 / MINUTE }),
    note: 'one person’s',
  },
  {
    partition: 'a course: its numbers, its syllabus, its draft',
    holds: [
      'enrolmentcount table',
      'syllabus table',
      'module table',
      'lesson table',
      'editor table',
      'membership table',
      'publication table',
      'scheduledpublishing table',
      'copying table',
      'announcement table',
      'coursenews table',
      'enrolmentcode table',
      'burst table',
    ],
    rate: ({ learning, enrolments, bells }) => ({
      reads: learning * (1 / memory.course + units.syllabus / memory.syllabus) + bells * NEWS_UNITS,
      writes: countWrites(enrolments) + ASSUMED.authorsOfACourse,
    }),
    note: 'the largest syllabus there may be; one of 100 lessons is 3 units, not 83. Valkey has it read once. Of a course with so many places each enrolment writes the count',
  },
  {
    partition: 'a course: its card',
    holds: ['course table', 'slug table'],
    rate: ({ learning, catalog, enrolments }) => ({
      reads: ((learning + catalog) / memory.course + enrolments) * units.course,
      writes: ASSUMED.authorsOfACourse,
    }),
    note: 'each environment once in five seconds, and each who enrols',
  },
  {
    partition: 'who was counted in a course, a part of it',
    holds: ['member table'],
    rate: ({ enrolments }) => ({ reads: 0, writes: (2 * enrolments) / 8 }),
    note: '**eight parts**, by person',
  },
  {
    partition: '`gsi2`: who is enrolled in a course',
    holds: ['enrolment gsi2'],
    rate: ({ enrolments }) => ({ reads: 128, writes: enrolments }),
    note: 'written by enrolling and leaving alone; read by the recount at night, a page after another',
  },
  {
    partition: '`gsi3`: a course’s people by activity',
    holds: ['enrolment gsi3'],
    rate: ({ enrolments, users }) => ({
      reads: ASSUMED.authorsOfACourse,
      writes: enrolments + (2 * users) / HOUR,
    }),
    note: 'written by enrolling, and once in each person’s own hour of activity, not by each heartbeat',
  },
  {
    partition: 'a course’s people by name and address',
    holds: ['rosterentry table'],
    rate: ({ enrolments }) => ({
      reads: 128,
      writes: ASSUMED.rosterLines * enrolments,
    }),
    note: 'written behind the stream; read by teachers, and by the recount at night',
  },
  {
    partition: '`gsi2`: a day’s bursts',
    holds: ['burst gsi2'],
    rate: () => ({
      reads: 128,
      writes: (2 * ASSUMED.quartersOfDay * ASSUMED.publishingsPerHour) / HOUR,
    }),
    note: 'a gate in every quarter of an hour, moved by each publishing; read four times an hour, a page after another',
  },
  {
    partition: '`gsi2`: drafts that wait for their time',
    holds: ['scheduledpublishing gsi2'],
    rate: () => ({ reads: 128, writes: (2 * ASSUMED.publishingsPerHour) / HOUR }),
    note: 'written when a time is set and when it has come; read each minute, a page after another',
  },
  {
    partition: '`gsi2`: the catalogue',
    holds: ['course gsi2'],
    rate: ({ catalog }) => ({
      reads: (catalog * ASSUMED.cataloguePages * ASSUMED.unitsOfPage) / memory.catalogue,
      writes: (2 * ASSUMED.publishingsPerHour) / HOUR,
    }),
    note: 'with the gateway’s cache a page is read once a minute',
  },
  {
    partition: '`gsi1`: the courses of a teacher, of the site',
    holds: ['course gsi1', 'slug gsi1'],
    rate: () => ({ reads: ASSUMED.authorsOfACourse, writes: 1 }),
    note: 'written when a course is made; the site’s is read by admins',
  },
  {
    partition: 'a video',
    holds: ['asset table', 'source table', 'content table'],
    rate: ({ learning }) => ({
      reads: (learning * units.asset) / memory.duration,
      writes: ASSUMED.assetWriteUnits / 10,
    }),
    note: 'the largest there may be, with everybody in it; an ordinary one is one unit, not 42',
  },
  {
    partition: '`gsi1`, `gsi3`: the videos of a course',
    holds: ['asset gsi1', 'asset gsi3'],
    rate: () => ({ reads: ASSUMED.authorsOfACourse, writes: 2 * jobEvents }),
    note: 'all jobs of one course; users add nothing',
  },
  {
    partition: '`gsi2`: the videos under way',
    holds: ['asset gsi2'],
    rate: () => ({ reads: 8, writes: 2 * jobEvents }),
    note: 'what MediaConvert runs at once is the bound; users add nothing',
  },
  {
    partition: 'the files of a course besides videos',
    holds: ['file table'],
    rate: () => ({ reads: 3 * ASSUMED.authorsOfACourse, writes: 3 }),
    note: 'its authors, who put them up and use them; users add nothing',
  },
  {
    partition: '`gsi1`: what a course announces, its pinned and the others',
    holds: ['announcement gsi1'],
    rate: ({ community }) => ({ reads: community, writes: 1 }),
    note: 'twenty of its keys are a unit; their texts are read by their own keys. Written by its teachers',
  },
  {
    partition: '`gsi2`: what somebody announced',
    holds: ['announcement gsi2'],
    rate: () => ({ reads: 0, writes: 1 }),
    note: 'read when somebody is forgotten',
  },
  {
    partition: 'until when somebody has seen what is announced',
    holds: ['seenmark table'],
    rate: () => ({
      reads: onePerson.listAnnouncements + onePerson.listNotifications,
      writes: onePerson.markAnnouncementsSeen,
    }),
    note: 'one person’s',
  },
  {
    partition: 'an upload; a month’s spending, an encode',
    holds: ['upload table', 'monthspend table', 'encodecharge table'],
    rate: () => ({ reads: 10, writes: 10 }),
    note: 'once for each video',
  },
]

/** As `docs/access-patterns.md` shows them. */
export function ratesInMarkdown(): string {
  const of = (users: number, { rate }: PartitionKind) => {
    const { reads, writes } = rate(loadOf(users))
    return `${inFew(reads)} / ${inFew(writes)}`
  }
  return [
    '| The busiest partition that is | 10,000 users: read / write units a second | 100,000 users | |',
    '|---|---|---|---|',
    ...PARTITIONS.map((kind) => {
      const [few, many] = [of(10_000, kind), of(100_000, kind)]
      return `| ${kind.partition} | ${few} | ${many} | ${kind.note} |`
    }),
  ].join('\n')
}

const inFew = (rate: number): string =>
  rate >= 10
    ? Math.round(rate).toLocaleString('en')
    : rate.toLocaleString('en', { maximumSignificantDigits: 1 })
