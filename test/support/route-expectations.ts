import type { z } from 'zod'
import { createCopyings } from '#adapters/dynamo/copying/repository'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import type { BodyInput, QueryInput } from '#contract/http/route'
import type { routes } from '#contract/routes'
import type { AssetState } from '#contract/videos/asset'
import type { Lms } from './lms.ts'
import { people, type World } from './world.ts'

/**
 * Whose object a route touches: to the others with the role it does not exist. `everybody`: the caller's
 * own or the public's; `enrolled`: its learners; `members`: learners and teachers; `teachers`: owner,
 * admins and the course's team, by the right that the route declares.
 */
export type Whose = 'everybody' | 'enrolled' | 'members' | 'teachers'

export interface Expectation<B = unknown, Q = unknown> {
  readonly whose: Whose
  /** What a good call sends; none where the route takes none. */
  readonly body?: (world: World) => B
  readonly query?: (world: World) => Q
  /** Whether it tells learners' addresses, to those who may manage a course's people. @default no */
  readonly tellsAddresses?: true
  /** What must be so before the call, beyond the world. */
  readonly given?: (world: World, lms: Lms) => Promise<void>
}

type Routes = typeof routes

/** Brings the world's video to a state. */
const assetIn =
  (state: AssetState): NonNullable<Expectation['given']> =>
  async ({ assetId }, { table }) => {
    const assets = createAssetRepository(table)
    const asset = await assets.get(assetId)
    if (asset) await assets.save({ ...asset, state })
  }
/** As if it were a copy that failed. */
const isCopied: NonNullable<Expectation['given']> = async ({ courseId }, { table }) => {
  const at = '2026-11-24T10:00:00.000Z'
  await createCopyings(table).save({
    ...{ courseId, of: 'Operating systems', state: 'failed', outlined: true, copied: 0, total: 1 },
    ...{ missing: [], without: false, startedAt: at, updatedAt: at },
  })
}
/** The learner was taken out of the course, and may be brought back. */
const isRemoved: NonNullable<Expectation['given']> = async ({ courseId, learnerId }, { call }) => {
  await call(
    'teaching',
    people.owner,
    'DELETE',
    `/teaching/courses/${courseId}/people/${learnerId}`,
  )
}
type ExpectationOf<R> = Expectation<BodyInput<R>, QueryInput<R>> &
  (R extends { body: z.ZodType } ? { readonly body: (world: World) => BodyInput<R> } : object)

const period = { from: '2026-11-01', to: '2026-11-28' }

const COPY_KEY = 'one-copying-of-it'
const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:02.000\nThe kernel\n'

/**
 * One row for each route: a new route without one does not compile. Who may call comes from the route's
 * `access`, the good answer from its declaration, malformed input from its schemas.
 */
export const expectations = {
  listCourses: { whose: 'everybody' },
  getCourse: { whose: 'everybody' },
  getOpenApi: { whose: 'everybody' },

  getMe: { whose: 'everybody' },
  listMyCourses: { whose: 'everybody' },
  enrol: { whose: 'everybody' },
  enrolByCode: { whose: 'everybody', body: ({ code }) => ({ code }) },
  unenrol: { whose: 'everybody' },
  openCourse: { whose: 'members' },
  openLesson: { whose: 'members' },
  recordProgress: {
    whose: 'enrolled',
    body: () => ({
      positionSeconds: 1,
      durationSeconds: 2,
      at: '2026-11-24T10:00:00.000Z',
      sentAt: '2026-11-24T10:00:00.000Z',
    }),
  },

  openMedia: { whose: 'teachers' },
  reportPlayback: {
    whose: 'everybody',
    body: () => ({
      stream: 'hls',
      sampleRate: 1,
      events: [{ kind: 'start', milliseconds: 300 }],
    }),
  },

  listDrafts: { whose: 'everybody' },
  createCourse: { whose: 'everybody', body: () => ({ title: 'New' }) },
  getDraft: { whose: 'teachers' },
  updateCourse: { whose: 'teachers', body: () => ({ title: 'Changed' }) },
  createModule: { whose: 'teachers', body: () => ({ title: 'Two' }) },
  updateModule: { whose: 'teachers', body: () => ({ title: 'Changed' }) },
  deleteModule: { whose: 'teachers' },
  createLesson: { whose: 'teachers', body: () => ({ kind: 'article', title: 'More' }) },
  moveItems: {
    whose: 'teachers',
    body: () => ({ modules: [], lessons: [] }),
  },
  restoreModule: { whose: 'teachers' },
  restoreLesson: { whose: 'teachers' },
  copyModule: { whose: 'teachers', body: () => ({ key: COPY_KEY, title: 'Copy' }) },
  copyLesson: { whose: 'teachers', body: () => ({ key: COPY_KEY, title: 'Copy' }) },
  copyCourse: { whose: 'teachers', body: () => ({ key: COPY_KEY, title: 'Copy' }) },
  getCopying: { whose: 'teachers' },
  retryCopying: {
    whose: 'teachers',
    body: () => ({ without: false }),
    given: isCopied,
  },
  listChanged: { whose: 'teachers', query: ({ lessonId }) => ({ of: lessonId }) },
  announceEditing: { whose: 'teachers', body: () => ({ lessonId: null }) },
  getLesson: { whose: 'teachers' },
  updateLesson: { whose: 'teachers', body: () => ({ title: 'Changed' }) },
  deleteLesson: { whose: 'teachers' },
  publishCourse: { whose: 'teachers' },
  getPublishing: { whose: 'teachers' },
  previewCourse: { whose: 'teachers' },
  previewLesson: { whose: 'teachers' },
  getSchedule: { whose: 'teachers' },
  setSchedule: { whose: 'teachers', body: () => ({ at: '2099-01-01T00:00:00.000Z' }) },
  cancelSchedule: { whose: 'teachers' },
  listVersions: { whose: 'teachers' },
  compareVersions: {
    whose: 'teachers',
    query: ({ version }) => ({ since: version, version }),
  },
  pointToVersion: {
    whose: 'teachers',
    body: ({ version }) => ({ version, instead: version }),
  },
  listAnnouncementDrafts: { whose: 'teachers' },
  createAnnouncement: { whose: 'teachers', body: () => ({ title: 'News' }) },
  getAnnouncementDraft: { whose: 'teachers' },
  updateAnnouncement: { whose: 'teachers', body: () => ({ title: 'Changed', pinned: true }) },
  publishAnnouncement: {
    whose: 'teachers',
    body: () => ({ at: '2099-01-01T00:00:00.000Z' }),
  },
  withdrawAnnouncement: { whose: 'teachers' },
  deleteAnnouncement: { whose: 'teachers' },
  listAnnouncements: { whose: 'members' },
  markAnnouncementsSeen: {
    whose: 'members',
    body: () => ({ until: '2026-11-24T10:00:00.000Z' }),
  },
  muteAnnouncements: { whose: 'members', body: () => ({ muted: true }) },
  listNotifications: { whose: 'everybody' },
  markNotificationsSeen: {
    whose: 'everybody',
    body: () => ({ until: '2026-11-24T10:00:00.000Z' }),
  },
  getTeam: { whose: 'teachers' },
  addMember: {
    whose: 'teachers',
    body: () => ({ email: 'newcomer@example.org', role: 'assistant', rights: ['edit'] }),
  },
  changeMember: {
    whose: 'teachers',
    body: () => ({ role: 'teacher', rights: [], revision: 1 }),
  },
  removeMember: { whose: 'teachers' },
  handOver: { whose: 'teachers', body: ({ userId }) => ({ userId }) },
  listLearners: { whose: 'teachers', tellsAddresses: true },
  removeLearner: { whose: 'teachers' },
  returnLearner: { whose: 'teachers', given: isRemoved, tellsAddresses: true },
  changeAccess: { whose: 'teachers', body: () => ({ suspended: true }), tellsAddresses: true },
  listCodes: { whose: 'teachers' },
  makeCode: {
    whose: 'teachers',
    body: () => ({ id: '0b1f7c3e-5a51-4c1e-9d39-0f4f3a1f8f10', label: 'Class 2' }),
  },
  changeCode: { whose: 'teachers', body: ({ code }) => ({ stopped: true, instead: code }) },
  listAssets: { whose: 'teachers' },
  getAsset: { whose: 'teachers' },
  listRejectedUploads: { whose: 'everybody' },
  retryAsset: { whose: 'teachers', given: assetIn('failed') },
  cancelAsset: { whose: 'teachers', given: assetIn('transcoding') },
  releaseAsset: { whose: 'teachers', given: assetIn('held') },
  deleteAsset: { whose: 'teachers' },
  putCaptions: { whose: 'teachers', body: () => ({ text: CAPTIONS }) },
  deleteCaptions: {
    whose: 'teachers',
    given: async ({ courseId, assetId, language }, lms) => {
      const address = `/teaching/courses/${courseId}/assets/${assetId}/captions/${language}`
      await lms.call('teaching', people.owner, 'PUT', address, { text: CAPTIONS })
    },
  },
  putChapters: {
    whose: 'teachers',
    body: () => ({ chapters: [{ startSeconds: 0, title: 'One' }] }),
  },
  estimateEncoding: {
    whose: 'teachers',
    body: () => ({ durationSeconds: 60, width: 640, height: 360 }),
  },
  listFiles: { whose: 'teachers' },
  startFile: { whose: 'teachers', body: () => ({ name: 'notes.pdf', bytes: 1 }) },
  getFile: { whose: 'teachers' },
  deleteFile: { whose: 'teachers' },
  startUpload: { whose: 'teachers', body: () => ({ fileName: 'a.mp4', sizeBytes: 1 }) },
  signParts: { whose: 'teachers', body: ({ uploadKey: key }) => ({ key, partNumbers: [1] }) },
  completeUpload: { whose: 'teachers', body: ({ uploadKey: key }) => ({ key }) },
  abortUpload: { whose: 'teachers', query: ({ uploadKey: key }) => ({ key }) },

  getCourseReport: { whose: 'teachers', query: () => period },
  getLessonReport: { whose: 'teachers', query: () => period },
  listStoppedLearners: { whose: 'teachers' },
  getSiteReport: { whose: 'everybody', query: () => period },
  getMyWeek: { whose: 'everybody' },
} satisfies { readonly [Id in keyof Routes]: ExpectationOf<Routes[Id]> }
