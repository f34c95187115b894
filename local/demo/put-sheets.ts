import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CourseId, FileId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { IngestOptions } from './ingest-clips.ts'

/** Puts files into a course as its teachers do, and answers what they became. What is there already is not put again. */
export async function putSheets(
  { api, signal }: Pick<IngestOptions, 'api' | 'signal'>,
  courseId: CourseId,
  sheets: readonly string[],
): Promise<Map<string, FileId>> {
  const { items } = await api(routes.listFiles, { params: { courseId } })
  const ids = new Map<string, FileId>()
  for (const sheet of sheets) {
    const name = basename(sheet)
    const known = items.find((file) => file.name === name && file.state === 'ready')
    ids.set(sheet, known?.id ?? (await put(sheet)))
  }
  return ids

  async function put(sheet: string): Promise<FileId> {
    const content = readFileSync(sheet)
    const body = { name: basename(sheet), bytes: content.byteLength }
    const { file, url } = await api(routes.startFile, { params: { courseId }, body })
    const sent = await fetch(url, { method: 'PUT', body: content, signal })
    if (!sent.ok) throw new Error(`${body.name} was not taken: ${sent.status}`)
    for (;;) {
      const { state } = await api(routes.getFile, { params: { courseId, fileId: file.id } })
      if (state === 'ready') return file.id
      if (state === 'refused') throw new Error(`${body.name} was refused`)
      await sleep(500, undefined, { signal })
    }
  }
}
