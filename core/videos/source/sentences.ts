import type { ProbeResult, SubmitOutcome } from '#core/videos/ports'
import { stemOf } from './companion-key.ts'
import type { RefusalKind } from './refusal.ts'

/** What an uploader reads of an upload: what is wrong, and what to do. */
export const sentences = {
  noFolder: (bucket: string) =>
    `The file is in no course's folder. Upload it again below a course's name, such as s3://${bucket}/linear-algebra/lecture.mp4.`,
  unknownCourse: (course: string) =>
    `There is no course “${course}”. Upload the file again below the name of a course that exists, or create the course first.`,
  oddName: (characters: string) =>
    `The file cannot be read under its name, because of ${characters}. Rename it with letters, digits, spaces, hyphens and underscores, and upload it again.`,
  longName: (bytes: number) =>
    `The names of file and folders are ${bytes} bytes too long together; letters beyond the English ones have two to four. Shorten them.`,
  empty: () => 'The file is empty (0 bytes). Check the original and upload it again.',
  tooLarge: (bytes: number, limit: number) =>
    `The file has ${gigabytes(bytes)} GB, and at most ${gigabytes(limit)} GB are accepted. Export it at a lower bit rate, or in parts, and upload it again.`,
  tooLong: (seconds: number, limit: number) =>
    `The video lasts ${minutes(seconds)} minutes, and at most ${minutes(limit)} are accepted. Cut it into parts and upload each.`,
  tooSmall: (width: number, height: number, least: number) =>
    `The picture has only ${width} × ${height} pixels; each side needs at least ${least}. Export it larger and upload it again.`,
  codec: (codec: string, accepted: readonly string[]) =>
    `The video is coded as ${codec}, and this site accepts ${accepted.join(', ')} alone. Export it as one of these, such as H.264 (AVC) in an MP4 file, and upload it again.`,
  badProbe: (kind: Exclude<ProbeResult['kind'], 'video'>) => BAD_PROBE[kind],
  cutOff: () =>
    'The file is cut off: a part of the video is missing. Upload it again from the complete original.',
  noLength: () =>
    'The file does not say how long the video is, and it cannot be measured. Open it in a video editor, export it as MP4, and upload that.',
  noFrameRate: () =>
    'The file does not say how many pictures it shows in a second, and it cannot be measured. Open it in a video editor, export it as MP4, and upload that.',
  encrypted: () =>
    'The video is protected against copying (DRM), so it cannot be encoded. Ask whoever made it for an unprotected original, and upload that.',
  jobFailed: (detail: string) =>
    `The video could not be encoded (${detail.replace(/[.\s]+$/, '')}). Check that the original plays to its end, export it again, as MP4 if in doubt, and upload that.`,
  jobRefused: ({
    by,
    detail,
  }: Pick<Extract<SubmitOutcome, { kind: 'refused' }>, 'by' | 'detail'>) =>
    `The encoder does not take this video (${detail.replace(/[.\s]+$/, '')}). ${REFUSED[by]}`,
  refused: (kind: RefusalKind) => CANNOT_BE_READ[kind],
  notNamedAfter: (videoKey: string) => {
    const name = stemOf(videoKey.replace(/^.*\//, ''))
    return `Captions and chapters bear their video's name: ${name}.en.vtt, ${name}.es.srt or ${name}.chapters.vtt.`
  },
  leftOut: (fileName: string, what: string) => `Left out of ${fileName}: ${what}.`,
  cancelled: () => 'Encoding was cancelled. Retry to start it anew.',
  earlierVersionStays: () => 'Until then learners see the version before.',
  overBudget: (costUsd: number, leftUsd: number, releasedBy: 'admins' | 'authors') =>
    `Encoding costs about ${dollars(costUsd)}, and of this month's budget ${dollars(leftUsd)} is left. ${RELEASE[releasedBy]}`,
  stuck: (attempts: number) =>
    `Encoding got stuck ${attempts} times, and it is not the file's fault. Retry later, or ask the operator of this site.`,
  replaced: () => 'Another file was uploaded under the same name.',
  reused: () => 'The same content was encoded before; its renditions were copied.',
  retried: () => 'Tried again by hand.',
  released: (name: string) => `Released by ${name}, beyond the month's budget.`,
  restarted: () => 'It was stuck, and was begun anew.',
  monthBegan: () => 'A new month began, with a budget of its own.',
} as const

const BAD_PROBE: Record<Exclude<ProbeResult['kind'], 'video'>, string> = {
  unreadable:
    'The file is not a video that can be read, or it is damaged. Check that it plays, export it as MP4 if in doubt, and upload it again.',
  no_picture: 'The file has sound but no picture. Upload a video.',
  unknown_codec:
    'The video is coded in a way that the encoder does not know. Export it as MP4 with H.264 (AVC), and upload that.',
  missing: 'The file was removed before it could be looked at. Upload it again.',
}

const CANNOT_BE_READ: Record<RefusalKind, string> = {
  archived:
    'The file lies in an archive of S3 (Glacier), where nothing can read it. Restore it there and try again, or upload it again in the storage class Standard.',
  key: 'The file is encrypted with a key that this site may not use. Upload it again without that key; or ask the operator of this site to let its media functions and MediaConvert’s role decrypt with it, and try again.',
  rights:
    'This site may not read the file, and it is not the file’s fault: show this sentence to the operator of this site, and try again when they say so.',
}

const REFUSED = {
  settings:
    'Export it again, as MP4 with H.264 if in doubt, and upload that. If the same is said of it, show this sentence to the operator of this site.',
  rights:
    'It is not the file’s fault: show this sentence to the operator of this site, and try again when they say so.',
} as const

const RELEASE = {
  admins:
    'It starts by itself when a month has room for it; an administrator of this site can release it sooner.',
  authors: 'It starts by itself when a month has room for it; release it if it cannot wait.',
} as const

const dollars = (amount: number) => `$${amount.toFixed(2)}`
const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1)
const minutes = (seconds: number) => Math.ceil(seconds / 60)
