import { contentKeys } from '#contract/courses/content'
import type { CourseFile } from '#contract/files/file'
import { fileName, parseArrivalKey } from '#contract/files/places'
import { type FileType, fileTypes } from '#contract/files/types'
import type { FileSettings } from '#contract/platform/media-settings'
import { type Saying, say } from '#contract/say'
import { nameAs, savedAs } from './content/file-name.ts'
import { HEAD_BYTES, TAIL_BYTES, toldByContent } from './content/told-by-content.ts'
import type {
  Arrival,
  Arrivals,
  FileLog,
  FileRepository,
  MadeImage,
  MakeImage,
  StoredFiles,
} from './ports.ts'

export interface IntakeDeps {
  readonly files: Pick<FileRepository, 'get' | 'settle'>
  readonly arrivals: Arrivals
  readonly stored: StoredFiles
  readonly makeImage: MakeImage
  readonly limits: FileSettings
  readonly log: FileLog
}

/** `settled`: this call did it; `known`: it was done; `nobodys`: no file of ours, or one that was deleted meanwhile. */
type Outcome = 'settled' | 'known' | 'nobodys' | 'overtaken'

/**
 * Looks at what has arrived and puts what is taken where it is served. Called twice, late, or while another call is at
 * it, it ends the same: only a file that is still arriving is settled, and what is stored of it is the same each time.
 */
export async function takeInFile(deps: IntakeDeps, arrival: Arrival): Promise<Outcome> {
  const outcome = await settle(deps, arrival)
  // Another write of it has an event of its own.
  if (outcome !== 'overtaken') await deps.arrivals.delete(arrival.key)
  return outcome
}

async function settle(deps: IntakeDeps, arrival: Arrival): Promise<Outcome> {
  const place = parseArrivalKey(arrival.key)
  if (!place) return 'nobodys'
  const { courseId, fileId } = place
  const file = await deps.files.get(courseId, fileId)
  if (!file) return 'nobodys'
  if (file.state !== 'arriving') return 'known'
  const settled = await judge(deps, file, arrival)
  if (settled === 'overtaken') return settled
  if (await deps.files.settle(settled)) {
    deps.log.info('files.settled', { fileId, state: settled.state, refusal: settled.refusal?.code })
    return 'settled'
  }
  // Settled by another call, whose files are these; or deleted, and then nobody else would clear them away.
  if (await deps.files.get(courseId, fileId)) return 'known'
  await deps.stored.deleteFolder(contentKeys.media(courseId, fileId))
  return 'nobodys'
}

async function judge(
  deps: IntakeDeps,
  file: CourseFile,
  arrival: Arrival,
): Promise<CourseFile | 'overtaken'> {
  const { arrivals, limits } = deps
  const { bytes } = arrival
  const refused = (refusal: Saying): CourseFile => ({ ...file, bytes, state: 'refused', refusal })
  if (bytes === 0) return refused(say('file_empty'))
  if (bytes > limits.maxBytes)
    return refused(say('file_over_limit', { bytes, maxBytes: limits.maxBytes }))
  const [head, tail] = await Promise.all([
    arrivals.read(arrival, 0, Math.min(bytes, HEAD_BYTES)),
    arrivals.read(arrival, Math.max(0, bytes - TAIL_BYTES), Math.min(bytes, TAIL_BYTES)),
  ])
  if (!head || !tail) return 'overtaken'
  const told = toldByContent({ head, tail })
  if ('refusal' in told) return refused(told.refusal)
  const { isImage } = fileTypes[told.type]
  if (file.use === 'image' && !isImage) return refused(say('file_no_image'))
  const stored = isImage
    ? await storeImage(deps, file, arrival)
    : await storeFile(deps, file, arrival, told.type)
  if (stored === 'overtaken') return stored
  if (stored && 'refusal' in stored) return refused(stored.refusal)
  return {
    ...{ ...file, bytes, state: 'ready', type: told.type },
    name: nameAs(told.type, file.name),
    image: stored?.facts ?? null,
  }
}

async function storeImage(
  { arrivals, stored, makeImage, limits }: IntakeDeps,
  { courseId, id }: CourseFile,
  arrival: Arrival,
): Promise<MadeImage | { readonly refusal: Saying } | 'overtaken'> {
  const { bytes } = arrival
  const maxBytes = limits.maxImageBytes
  if (bytes > maxBytes) return { refusal: say('image_too_large', { bytes, maxBytes }) }
  const whole = await arrivals.read(arrival, 0, bytes)
  if (!whole) return 'overtaken'
  const made = await makeImage(whole)
  if ('refusal' in made) return made
  const folder = contentKeys.media(courseId, id)
  await Promise.all(
    [...made.files].map(([name, { bytes, contentType }]) =>
      stored.write(folder + name, bytes, { contentType }),
    ),
  )
  return made
}

async function storeFile(
  { stored }: IntakeDeps,
  { courseId, id, name }: CourseFile,
  arrival: Arrival,
  type: FileType,
): Promise<null | 'overtaken'> {
  const copied = await stored.copy(arrival, contentKeys.media(courseId, id) + fileName(type), {
    contentType: fileTypes[type].mediaType,
    disposition: savedAs(nameAs(type, name)),
  })
  return copied ? null : 'overtaken'
}
