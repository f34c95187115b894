import { fileTypes } from '#contract/files/types'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import { byPath, isCaptions, isHidden, isVideo } from '#web/uploads/sort-files.ts'
import type { FileWithHandle } from '#web/uploads/upload.ts'
import { words } from './words/en.ts'

export interface Arrivals {
  /** Each becomes a lesson, in this order. */
  readonly lessons: readonly Arrival[]
  /** Captions, and what is left out for what the intake of videos says. */
  readonly others: readonly FileWithHandle[]
  readonly refused: readonly { readonly name: string; readonly why: string }[]
}

interface Arrival {
  readonly isVideo: boolean
  readonly chosen: FileWithHandle
}

/** What each of some files becomes in a course, by its name; what is in it is looked at where it arrives. */
export function sortArrivals(chosen: readonly FileWithHandle[]): Arrivals {
  const lessons: Arrival[] = []
  const others: FileWithHandle[] = []
  const refused: { name: string; why: string }[] = []
  for (const one of [...chosen].sort(byPath)) {
    const { file, folder } = one
    if (file.size === 0 || isHidden(`${folder}/${file.name}`) || isCaptions(file.name))
      others.push(one)
    else if (isVideo(file)) lessons.push({ isVideo: true, chosen: one })
    else if (isTaken(file.name)) lessons.push({ isVideo: false, chosen: one })
    else refused.push({ name: file.name, why: words.notTaken })
  }
  return { lessons, others, refused }
}

const ENDINGS = new Set<string>(Object.values(fileTypes).flatMap(({ endings }) => endings))
const isTaken = (name: string) => ENDINGS.has(name.split('.').at(-1)?.toLowerCase() ?? '')

/** `Kernel and image.mp4`: “Kernel and image”. */
export const titleFor = (fileName: string): string =>
  (fileName.replace(/\.[^.]*$/, '').trim() || fileName).slice(0, lessonLimits.title)
