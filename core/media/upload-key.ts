/** Files that belong beside a video, or that tools leave behind: not lectures, and no mistake. */
const COMPANIONS = new Set(
  'vtt srt json yaml yml md txt csv pdf jpg jpeg png gif webp svg ds_store ini tmp part'.split(' '),
)

export interface UploadKey {
  /** The first folder: a course's slug or id. Null when the object is in no folder. */
  readonly course: string | null
  readonly fileName: string
  /** False for what nobody means to be a lecture; anything else is looked into. */
  readonly mayBeMedia: boolean
}

/** `<course>/<anything>/<file>`, as content teams name what they upload. */
export function parseUploadKey(key: string): UploadKey {
  const parts = key.split('/').filter((part) => part !== '')
  const fileName = parts.at(-1) ?? ''
  const extension = fileName.includes('.') ? (fileName.split('.').at(-1) ?? '').toLowerCase() : ''
  return {
    course: parts.length > 1 ? (parts[0] ?? null) : null,
    fileName,
    // The console makes a folder by an empty object whose key ends in a slash.
    mayBeMedia: !key.endsWith('/') && fileName !== '' && !COMPANIONS.has(extension),
  }
}
