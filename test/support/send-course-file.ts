import { setTimeout as sleep } from 'node:timers/promises'
import type { CourseFile } from '#contract/files/file'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'

const LOOKS = 120

/** Uploads a file of a course, and waits until somebody has looked at it. */
export async function sendCourseFile(
  api: ApiClient,
  { courseId, name, content }: { courseId: CourseId; name: string; content: Buffer },
): Promise<CourseFile> {
  const body = { name, bytes: content.length }
  const { file, url } = await api(routes.startFile, { params: { courseId }, body })
  const put = await fetch(url, { method: 'PUT', body: new Uint8Array(content) })
  if (!put.ok) throw new Error(`The upload was answered ${put.status}`)
  for (let look = 0; look < LOOKS; look++) {
    const now = await api(routes.getFile, { params: { courseId, fileId: file.id } })
    if (now.state === 'ready') return now
    if (now.state === 'refused') throw new Error(`The file was refused: ${now.refusal?.code}`)
    await sleep(500)
  }
  throw new Error(`Nobody looked at ${name}`)
}

/** A published course with one lesson, a PDF. */
export async function teachDocument(
  api: ApiClient,
  { slug, title, lesson, pdf }: { slug: string; title: string; lesson: string; pdf: Buffer },
) {
  const { id: courseId } = await api(routes.createCourse, { body: { slug, title } })
  const params = { courseId }
  const { id: moduleId } = await api(routes.createModule, { params, body: { title: 'One' } })
  const { id: fileId } = await sendCourseFile(api, { courseId, name: 'leaf.pdf', content: pdf })
  const { id: lessonId } = await api(routes.createLesson, {
    params: { ...params, moduleId },
    body: { kind: 'file', title: lesson, fileId },
  })
  await api(routes.publishCourse, { params })
  return { courseId, lessonId }
}
