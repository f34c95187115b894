import type { PublishedOutline } from '#contract/courses/content'
import { lessonKey } from '#contract/courses/content-paths'
import type { CourseSession } from '#contract/progress/progress'
import { text, type UserAnswer, type UserContext, type UserRequest } from './context.ts'
import { askedNow, beginsToPlay } from './measure.ts'

type Line = PublishedOutline['modules'][number]['lessons'][number]

/** Without a token, as the client asks what is public. */
export async function asVisitor(_: UserRequest, context: UserContext): Promise<void> {
  askedNow(context)
}

export async function asPerson(request: UserRequest, context: UserContext): Promise<void> {
  request.headers = { ...request.headers, authorization: `Bearer ${text(context, 'token')}` }
  askedNow(context)
}

/** Cookies for content by their names. Artillery's own jar sends none that are `Secure` to a local cloud. */
export async function withCookies(request: UserRequest, context: UserContext): Promise<void> {
  const { cookies } = context.vars
  if (typeof cookies === 'string') request.headers = { ...request.headers, cookie: cookies }
  askedNow(context)
}

export async function keepSession(
  _: UserRequest,
  answer: UserAnswer,
  { vars }: UserContext,
): Promise<void> {
  if (answer.statusCode >= 400) return
  const { outlineUrl }: CourseSession = JSON.parse(answer.body)
  vars.outlineUrl = outlineUrl
  vars.cookies = [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
}

export async function keepOutline(
  _: UserRequest,
  answer: UserAnswer,
  { vars }: UserContext,
): Promise<void> {
  if (answer.statusCode >= 400) return
  const outline: PublishedOutline = JSON.parse(answer.body)
  vars.version = outline.version
  vars.lessons = outline.modules.flatMap(({ lessons }) => lessons)
}

const goTo = (context: UserContext, isWanted: (lesson: Line) => boolean): void => {
  const { vars } = context
  const lessons = (vars.lessons as readonly Line[]).filter(isWanted)
  const lesson = lessons[Math.floor(Math.random() * lessons.length)]
  if (!lesson) throw new Error('A course of the load has no lesson of the kind that is asked for.')
  const courseId = text(context, 'courseId') as PublishedOutline['courseId']
  const version = Number(vars.version)
  vars.lessonId = lesson.id
  vars.seconds = lesson.durationSeconds ?? 0
  vars.lessonUrl = `/${lessonKey(courseId, version, lesson)}`
}

export async function nextLesson(context: UserContext): Promise<void> {
  goTo(context, ({ durationSeconds }) => durationSeconds === null)
}

export async function beginVideo(context: UserContext): Promise<void> {
  goTo(context, ({ durationSeconds }) => durationSeconds !== null)
  beginsToPlay(context)
}

/** An article is done when it is read; of a video, where it is. */
export async function writeHeartbeat(request: UserRequest, { vars }: UserContext): Promise<void> {
  const at = new Date().toISOString()
  const seconds = Number(vars.seconds ?? 0)
  const positionSeconds = seconds > 0 ? Math.round(Math.random() * seconds) : 0
  request.json = {
    positionSeconds,
    durationSeconds: seconds,
    completed: seconds === 0,
    at,
    sentAt: at,
  }
}

export async function writeText(request: UserRequest): Promise<void> {
  request.json = { text: `A paragraph that a load wrote at ${new Date().toISOString()}.` }
}
