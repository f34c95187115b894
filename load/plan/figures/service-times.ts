import type { RouteId } from '#load/model/people/person'

/** What a warm call takes, as it was counted on one machine. */
export interface Work {
  /** Of the processor. */
  readonly cpuMs: number
  /** Requests to DynamoDB, one after the other at the worst. */
  readonly table: number
  /** Requests to Valkey, where there is one. */
  readonly valkey: number
  /** DynamoDB's units, of what Valkey does not answer. */
  readonly readUnits: number
  readonly writeUnits: number
}

/**
 * Measured in November 2026 on a machine with two cores: the processor's time by `npm run bench:functions -- --only
 * calls`, requests by `npm run bench:api`, units by `npm run bench:growth` (docs/performance.md). What was not measured
 * is like the nearest that was.
 */
const measured = {
  listCourses: { cpuMs: 0.08, table: 2, valkey: 1, readUnits: 10.5, writeUnits: 0 },
  getCourse: { cpuMs: 0.08, table: 1, valkey: 1, readUnits: 2, writeUnits: 0 },
  getMe: { cpuMs: 0.1, table: 0, valkey: 1, readUnits: 0, writeUnits: 0 },
  listMyCourses: { cpuMs: 2.26, table: 2, valkey: 3, readUnits: 20.5, writeUnits: 0 },
  openCourse: { cpuMs: 4.87, table: 3, valkey: 3, readUnits: 4, writeUnits: 0 },
  recordProgress: { cpuMs: 3.12, table: 2.5, valkey: 2.5, readUnits: 2, writeUnits: 2 },
  listDrafts: { cpuMs: 1.56, table: 2, valkey: 1, readUnits: 20.5, writeUnits: 0 },
  getDraft: { cpuMs: 8, table: 2, valkey: 1, readUnits: 20, writeUnits: 0 },
  listAssets: { cpuMs: 2, table: 3, valkey: 1, readUnits: 12.5, writeUnits: 0 },
} as const satisfies Record<string, Work>

/** A draft's change: read, checked, written. */
const write: Work = { cpuMs: 3.12, table: 2.5, valkey: 1, readUnits: 2, writeUnits: 3 }
const small: Work = { cpuMs: 1.5, table: 1, valkey: 1, readUnits: 1, writeUnits: 0 }

const LIKE: Readonly<Partial<Record<RouteId, Work>>> = {
  ...measured,
  openLesson: { ...measured.openCourse, readUnits: 3 },
  reportPlayback: { ...measured.getMe, valkey: 0 },
  // With the lines of the roster, which follow behind the stream.
  enrol: { cpuMs: 5, table: 1, valkey: 1, readUnits: 1, writeUnits: 9 },
  enrolByCode: { cpuMs: 5, table: 4, valkey: 1, readUnits: 1, writeUnits: 11 },
  getOpenApi: { ...measured.getMe, valkey: 0 },
  getAsset: { ...measured.listAssets, table: 2 },
  listFiles: { ...measured.listDrafts, readUnits: 8 },
  getFile: { ...small, table: 2, readUnits: 2 },
  startFile: { ...small, table: 2, writeUnits: 1 },
  listRejectedUploads: measured.listAssets,
  getLesson: small,
  muteAnnouncements: { ...write, table: 2, valkey: 0, writeUnits: 1 },
  listNotifications: { ...small, table: 2, valkey: 0, readUnits: 7 },
  markNotificationsSeen: { ...write, table: 1, valkey: 0, readUnits: 0, writeUnits: 1 },
  listAnnouncements: { ...small, table: 4, valkey: 0, readUnits: 14 },
  markAnnouncementsSeen: { ...write, table: 2, valkey: 0, writeUnits: 1 },
  listAnnouncementDrafts: { ...small, table: 3, valkey: 0, readUnits: 8 },
  getAnnouncementDraft: { ...small, table: 3, valkey: 0, readUnits: 3 },
  createAnnouncement: { ...write, valkey: 0 },
  updateAnnouncement: { ...write, valkey: 0 },
  publishAnnouncement: { ...write, valkey: 0 },
  withdrawAnnouncement: { ...write, valkey: 0 },
  deleteAnnouncement: { ...write, valkey: 0 },
  // A page of a hundred; the course, and how many lessons it has.
  listLearners: { ...measured.listMyCourses, table: 4, valkey: 1, readUnits: 105 },
  listCodes: { ...small, table: 2 },
  makeCode: write,
  changeCode: write,
  changeAccess: write,
  removeLearner: write,
  returnLearner: write,
  getTeam: { ...small, table: 2, valkey: 0 },
  addMember: { ...write, valkey: 0 },
  changeMember: { ...write, valkey: 0 },
  removeMember: { ...write, valkey: 0 },
  handOver: { ...write, valkey: 0 },
  openMedia: small,
  estimateEncoding: { ...small, table: 0, readUnits: 0 },
  signParts: small,
  publishCourse: { cpuMs: 30, table: 6, valkey: 2, readUnits: 40, writeUnits: 20 },
  putCaptions: { cpuMs: 10, table: 3, valkey: 1, readUnits: 20, writeUnits: 20 },
}

export const workOf = (route: RouteId): Work => LIKE[route] ?? write

/**
 * What AWS makes of it. A deployment's own numbers are the alias's `Duration` in CloudWatch (`docs/sizing.md`,
 * "When the numbers are your own").
 */
export const aws = {
  /** Functions that answer people have 1,024 MB, and a whole processor comes with 1,769: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
  processorShare: 1_024 / 1_769,
  memoryGb: 1,
  /** A single-digit number of milliseconds (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html); assumed 5. */
  tableMs: 5,
  /** Within a zone or between two; assumed. */
  valkeyMs: 1,
  /**
   * A call that finds no environment: AWS makes one, then our modules load, which took 82 to 114 ms here
   * (docs/performance.md); assumed, until `Init Duration` says it.
   */
  coldStartMs: 400,
} as const

/** How long a warm call runs there, in ms. */
export const serviceMs = ({ cpuMs, table, valkey }: Work, hasValkey: boolean): number =>
  cpuMs / aws.processorShare + table * aws.tableMs + (hasValkey ? valkey * aws.valkeyMs : 0)
