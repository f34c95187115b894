import { hasUnseen } from '#contract/platform/key-rules'

/** Files that belong beside a video, or that tools leave behind: not lectures, and no mistake. */
const COMPANIONS = new Set(
  'vtt srt json yaml yml md txt csv pdf jpg jpeg png gif webp svg ds_store ini tmp part'.split(' '),
)

export interface UploadKey {
  /** The first folder: a course's slug or id. Null when the object is in no folder. */
  readonly course: string | null
  /** The folder below the course, which names a module; null when there is none, or it is the web client's own. */
  readonly folder: string | null
  readonly fileName: string
  /** False for what nobody means to be a lecture; anything else is looked into. */
  readonly mayBeMedia: boolean
}

/** What the web client puts a file into that was dropped without a folder. */
const WEB_FOLDER = /^up_[0-9A-HJKMNP-TV-Z]{26}$/

/** `<course>/<module>/<anything>/<lesson>`, as content teams name what they upload. */
export function parseUploadKey(key: string): UploadKey {
  const parts = key.split('/').filter((part) => part !== '')
  const fileName = parts.at(-1) ?? ''
  const extension = fileName.includes('.') ? (fileName.split('.').at(-1) ?? '').toLowerCase() : ''
  const folder = parts.length > 2 ? (parts[1] ?? null) : null
  return {
    course: parts.length > 1 ? (parts[0] ?? null) : null,
    folder: folder !== null && WEB_FOLDER.test(folder) ? null : folder,
    fileName,
    // The console makes a folder by an empty object whose key ends in a slash.
    mayBeMedia: !key.endsWith('/') && fileName !== '' && !COMPANIONS.has(extension),
  }
}

/**
 * What in a key S3 clients or MediaConvert cannot take; null when nothing is. S3's own advice:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
export function oddCharactersIn(key: string): 'unseen' | 'backslash' | 'nameless_folder' | null {
  if (hasUnseen(key) || key.includes('\uFFFD')) return 'unseen'
  if (key.includes('\\')) return 'backslash'
  if (key.split('/').some((part) => part === '' || part === '.' || part === '..'))
    return 'nameless_folder'
  return null
}
