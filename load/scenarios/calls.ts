import type { Route } from '#contract/http/route'
import type { PageReport } from '#contract/platform/page-report'
import { routes } from '#contract/routes'
import type { RouteId } from '#load/model/people/person'
import type { ArtilleryStep, Call } from './step.ts'

/** What a call needs beyond its route: values of the virtual user stand in `{{ }}`. */
interface HowToCall {
  readonly query?: string
  readonly json?: unknown
  /** Functions of `user/` that write the request, or keep what an answer says. */
  readonly before?: readonly string[]
  readonly after?: readonly string[]
}

/** Why a route is not called: it takes away what others of the load use, or needs what few have. */
interface LeftOut {
  readonly leftOut: string
}

const plain: HowToCall = {}
const PERIOD = 'from=2026-11-01&to=2026-11-28'
const DESTROYS = 'destroys what others of the load use'
const DELETES_NOTHING = 'takes back what the load does not do'
const GROWS = 'makes the load’s courses longer with every person'
const NO_ANNOUNCEMENT = 'needs an announcement by its id, which a seeded course has none of'
const RARE = 'is for a state that few videos are ever in'

const calls = {
  listCourses: plain,
  getCourse: plain,
  getOpenApi: plain,
  getMe: plain,
  listMyCourses: { query: 'limit=48' },
  enrol: plain,
  enrolByCode: { leftOut: 'needs a code' },
  unenrol: { leftOut: DESTROYS },
  openCourse: { after: ['keepSession'] },
  openLesson: { leftOut: 'is for lessons with a gate, which the load’s courses have none of' },
  recordProgress: { before: ['writeHeartbeat'] },
  reportPlayback: {
    json: { stream: 'hls', sampleRate: 0.2, events: [{ kind: 'played', seconds: 60 }] },
  },
  openMedia: plain,
  listDrafts: plain,
  createCourse: { json: { title: 'Made by a load' } },
  getDraft: plain,
  updateCourse: { json: { summary: 'Changed by a load.' } },
  createModule: { json: { title: 'Added by a load' } },
  updateModule: { json: { title: 'Renamed by a load' } },
  deleteModule: { leftOut: DESTROYS },
  createLesson: {
    json: { kind: 'article', title: 'Added by a load', text: 'A paragraph that a load wrote.' },
  },
  getLesson: plain,
  updateLesson: { before: ['writeText'] },
  deleteLesson: { leftOut: DESTROYS },
  moveItems: { json: { modules: [], lessons: [] } },
  restoreModule: { leftOut: DELETES_NOTHING },
  restoreLesson: { leftOut: DELETES_NOTHING },
  copyModule: { leftOut: GROWS },
  copyLesson: { leftOut: GROWS },
  copyCourse: { leftOut: GROWS },
  getCopying: plain,
  retryCopying: { leftOut: 'needs a copy' },
  listChanged: plain,
  getTeam: plain,
  listLearners: { query: 'limit=100' },
  removeLearner: { leftOut: DESTROYS },
  returnLearner: { leftOut: 'needs somebody who was removed' },
  changeAccess: { leftOut: DESTROYS },
  listCodes: plain,
  makeCode: { leftOut: GROWS },
  changeCode: { leftOut: 'needs a code' },
  addMember: { leftOut: 'asks Cognito, which a load on accounts would be of' },
  changeMember: { leftOut: 'needs somebody who was added' },
  removeMember: { leftOut: DESTROYS },
  handOver: { leftOut: DESTROYS },
  listAnnouncementDrafts: plain,
  createAnnouncement: { json: { title: 'Begun by a load' } },
  getAnnouncementDraft: { leftOut: NO_ANNOUNCEMENT },
  updateAnnouncement: { leftOut: NO_ANNOUNCEMENT },
  publishAnnouncement: { leftOut: NO_ANNOUNCEMENT },
  withdrawAnnouncement: { leftOut: NO_ANNOUNCEMENT },
  deleteAnnouncement: { leftOut: NO_ANNOUNCEMENT },
  listAnnouncements: plain,
  markAnnouncementsSeen: { json: { until: '2026-11-24T10:00:00.000Z' } },
  muteAnnouncements: { json: { muted: false } },
  listNotifications: plain,
  markNotificationsSeen: { json: { until: '2026-11-24T10:00:00.000Z' } },
  announceEditing: { json: { lessonId: null } },
  publishCourse: plain,
  getPublishing: plain,
  getSchedule: plain,
  setSchedule: { json: { at: '2099-01-01T00:00:00.000Z' } },
  cancelSchedule: plain,
  previewCourse: plain,
  previewLesson: plain,
  listVersions: plain,
  compareVersions: { leftOut: 'needs versions by their numbers, which differ by course' },
  pointToVersion: { leftOut: DESTROYS },
  listAssets: plain,
  getAsset: plain,
  listRejectedUploads: { leftOut: 'is for administrators' },
  retryAsset: { leftOut: RARE },
  cancelAsset: { leftOut: RARE },
  releaseAsset: { leftOut: RARE },
  deleteAsset: { leftOut: DESTROYS },
  putCaptions: { json: { text: 'WEBVTT\n\n00:00.000 --> 00:01.000\nWritten by a load\n' } },
  deleteCaptions: { leftOut: DESTROYS },
  putChapters: { json: { chapters: [{ startSeconds: 0, title: 'Beginning' }] } },
  estimateEncoding: { json: { durationSeconds: 1800, width: 1920, height: 1080 } },
  listFiles: plain,
  startFile: { json: { name: 'notes.pdf', bytes: 1_000 } },
  getFile: { leftOut: 'needs a file of the course, of which a seeded one has none' },
  deleteFile: { leftOut: DESTROYS },
  startUpload: { before: ['describeClip'], after: ['keepUpload'] },
  signParts: { before: ['nameParts'], after: ['keepParts'] },
  completeUpload: { before: ['nameUpload'] },
  getCourseReport: { query: PERIOD },
  getLessonReport: { query: PERIOD },
  listStoppedLearners: plain,
  getSiteReport: { leftOut: 'is for administrators' },
  getMyWeek: plain,
  abortUpload: { leftOut: 'ends what the same person waits for' },
} as const satisfies Readonly<Record<RouteId, HowToCall | LeftOut>>

/** Routes that no load calls, with the reason. */
export const leftOut: Readonly<Partial<Record<RouteId, string>>> = Object.fromEntries(
  Object.entries(calls).flatMap(([id, how]) => ('leftOut' in how ? [[id, how.leftOut]] : [])),
)

/** What `reportPlayback` says where nothing is played. */
const pageReport: PageReport = { pageLoadMilliseconds: 1000 }

/** A call of a route, with the values of whoever calls; no step where it is left out. */
export function callOf(id: RouteId, plays = false): ArtilleryStep[] {
  const how: HowToCall | LeftOut = calls[id]
  if ('leftOut' in how) return []
  const { method, path, access }: Route = routes[id]
  const { query, before = [], after = [] } = how
  const json = id === 'reportPlayback' && !plays ? pageReport : how.json
  const call: Call = {
    name: id,
    url: `/api${path.replace(/\{(\w+)\}/g, '{{ $1 }}')}${query ? `?${query}` : ''}`,
    beforeRequest: [access === 'public' ? 'asVisitor' : 'asPerson', ...before],
    afterResponse: ['measureApi', ...after],
    ...(json !== undefined && { json }),
  }
  return [{ [method.toLowerCase()]: call }]
}

/** A file from the edge, with the cookies of whoever opened the course. */
export const fetchOf = (
  name: string,
  url: string,
  after: readonly string[] = [],
): ArtilleryStep => ({
  get: { name, url, beforeRequest: ['withCookies'], afterResponse: ['measureFile', ...after] },
})
