import { locale } from '#web/words/language.ts'
import { words } from './words/en.ts'

/** A file as it was chosen or dropped, with the folders that it lay in: `02 Linear maps`. */
export interface ChosenFile<F = File> {
  readonly file: F
  readonly folder: string
}

export interface SortedFiles<C> {
  readonly videos: readonly C[]
  /** Captions and chapters, each with the video that it belongs beside. */
  readonly captions: readonly { readonly chosen: C; readonly beside: C }[]
  /** Captions and chapters whose video was not among the files. */
  readonly loose: readonly C[]
  readonly skipped: readonly { readonly name: string; readonly why: string }[]
}

interface FileFacts {
  readonly name: string
  readonly size: number
  readonly type: string
}

const VIDEO =
  /\.(mp4|m4v|mov|qt|mkv|webm|avi|wmv|mpe?g|m2v|m2ts|mts|ts|mxf|flv|3gp|3g2|ogv|vob|asf|f4v)$/i
const CAPTIONS = /\.(vtt|srt)$/i
const SYSTEM = /^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i

export const isCaptions = (name: string) => CAPTIONS.test(name)
export const isVideo = ({ name, type }: Pick<FileFacts, 'name' | 'type'>) =>
  VIDEO.test(name) || type.startsWith('video/')
/** Of the system, or of nobody. */
export const isHidden = (path: string) => path.split('/').some((part) => SYSTEM.test(part))

/**
 * What to do with each file: lectures are sent, captions go with the video of the same name in the same
 * folder (`kernel.vtt`, `kernel.es.srt`, `kernel.chapters.vtt`), all else is skipped with the reason.
 */
export function sortFiles<C extends ChosenFile<FileFacts>>(chosen: readonly C[]): SortedFiles<C> {
  const skipped: { name: string; why: string }[] = []
  const videos: C[] = []
  const texts: C[] = []
  for (const one of chosen) {
    const { name, size } = one.file
    const path = one.folder ? `${one.folder}/${name}` : name
    if (isHidden(path)) skipped.push({ name: path, why: words.hidden })
    else if (size === 0) skipped.push({ name: path, why: words.empty })
    else if (isCaptions(name)) texts.push(one)
    else if (isVideo(one.file)) videos.push(one)
    else skipped.push({ name: path, why: words.wrongKind })
  }
  const captions: { chosen: C; beside: C }[] = []
  const loose: C[] = []
  for (const text of texts) {
    const beside = videos.find(
      (video) =>
        isSameName(text.folder, video.folder) && isNamedAfter(text.file.name, video.file.name),
    )
    if (beside) captions.push({ chosen: text, beside })
    else loose.push(text)
  }
  return { videos: videos.sort(byPath), captions, loose, skipped }
}

/** A folder tells its files in no order; people number them. */
const collator = new Intl.Collator(locale, { numeric: true })
const pathOf = ({ folder, file }: ChosenFile<FileFacts>) => `${folder}/${file.name}`
export const byPath = (a: ChosenFile<FileFacts>, b: ChosenFile<FileFacts>) =>
  collator.compare(pathOf(a), pathOf(b))

/** Whether captions or chapters are called after a video, by their file names. */
export function isNamedAfter(textName: string, videoName: string): boolean {
  const name = withoutExtension(textName.normalize())
  const stem = withoutExtension(videoName.normalize())
  return (
    name === stem ||
    (name.startsWith(`${stem}.`) &&
      /^(chapters|[A-Za-z]{2,3}(-\w{2,8})*)$/.test(name.slice(stem.length + 1)))
  )
}

/** A Mac writes an accented letter as two characters, an editor as one. */
export const isSameName = (a: string, b: string) => a.normalize() === b.normalize()

const withoutExtension = (name: string) => name.replace(/\.[^.]*$/, '')

/** Folders below the course: a dropped folder that is the course itself adds nothing. */
export function folderBelowCourse(folder: string, courseSlug: string | undefined): string {
  const parts = folder.split('/').filter((part) => part !== '')
  return (parts[0] === courseSlug ? parts.slice(1) : parts).join('/')
}
