import type { videoSayings } from '#contract/videos/sayings'
import type { InWords, Problem, SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof videoSayings> = {
  as_written: ({ text }) => text,

  no_folder: ({ bucket }) =>
    `The file is in no course's folder. Upload it again below a course's name, such as s3://${bucket}/linear-algebra/lecture.mp4.`,
  unknown_course: ({ course }) =>
    `There is no course “${course}”. Upload the file again below the name of a course that exists, or create the course first.`,
  odd_name: ({ because }) =>
    `The file cannot be read under its name, because of ${ODD[because]}. Rename it with letters, digits, spaces, hyphens and underscores, and upload it again.`,
  file_empty: 'The file is empty (0 bytes). Check the original and upload it again.',
  file_too_large: ({ bytes, mostBytes }) =>
    `The file has ${gigabytes(bytes)} GB, and at most ${gigabytes(mostBytes)} GB are accepted. Export it at a lower bit rate, or in parts, and upload it again.`,
  video_too_long: ({ seconds, mostSeconds }) =>
    `The video lasts ${minutes(seconds)} minutes, and at most ${minutes(mostSeconds)} are accepted. Cut it into parts and upload each.`,
  picture_too_small: ({ width, height, least }) =>
    `The picture has only ${width} × ${height} pixels; each side needs at least ${least}. Export it larger and upload it again.`,
  codec_not_accepted: ({ codec, accepted }) =>
    `The video is coded as ${codec}, and this site accepts ${accepted.join(', ')} alone. Export it as one of these, such as H.264 (AVC) in an MP4 file, and upload it again.`,
  unreadable:
    'The file is not a video that can be read, or it is damaged. Check that it plays, export it as MP4 if in doubt, and upload it again.',
  no_picture: 'The file has sound but no picture. Upload a video.',
  unknown_codec:
    'The video is coded in a way that the encoder does not know. Export it as MP4 with H.264 (AVC), and upload that.',
  missing: 'The file was removed before it could be looked at. Upload it again.',
  cut_off:
    'The file is cut off: a part of the video is missing. Upload it again from the complete original.',
  no_length:
    'The file does not say how long the video is, and it cannot be measured. Open it in a video editor, export it as MP4, and upload that.',
  no_frame_rate:
    'The file does not say how many pictures it shows in a second, and it cannot be measured. Open it in a video editor, export it as MP4, and upload that.',
  encrypted:
    'The video is protected against copying (DRM), so it cannot be encoded. Ask whoever made it for an unprotected original, and upload that.',

  file_archived:
    'The file lies in an archive of S3 (Glacier), where nothing can read it. Restore it there and try again, or upload it again in the storage class Standard.',
  foreign_key:
    'The file is encrypted with a key that this site may not use. Upload it again without that key; or ask the operator of this site to let its media functions and MediaConvert’s role decrypt with it, and try again.',
  no_rights:
    'This site may not read the file, and it is not the file’s fault: show this sentence to the operator of this site, and try again when they say so.',
  job_failed: ({ detail }) => `The video could not be encoded (${unended(detail)}). ${MEND}`,
  job_failed_with: ({ errorCode }) =>
    `The video could not be encoded (MediaConvert's error ${errorCode}). ${MEND}`,
  job_failed_untold:
    'The video could not be encoded, and MediaConvert does not say why. Check that the original plays to its end, export it again, as MP4 if in doubt, and upload that.',
  job_refused: ({ detail, by }) =>
    `The encoder does not take this video (${unended(detail)}). ${REFUSED[by]}`,
  encoding_cancelled: 'Encoding was cancelled. Retry to start it anew.',
  encoding_stuck: ({ attempts }) =>
    `Encoding got stuck ${attempts} times, and it is not the file's fault. Retry later, or ask the operator of this site.`,
  over_budget: ({ costUsd, leftUsd, releasedBy }) =>
    `Encoding costs about ${dollars(costUsd)}, and of this month's budget ${dollars(leftUsd)} is left. ${RELEASE[releasedBy]}`,
  earlier_version_stays: 'Until then learners see the version before.',
  upload_ended: ({ sourceKey, state }) => `The upload ${sourceKey} is ${state}.`,

  not_retriable: 'Only a video that was rejected or failed can be tried again. Look at its state.',
  no_video: 'This file is no video. Mend it and upload it again; then this entry goes away.',
  not_cancellable: 'This video is not being encoded, so there is nothing to cancel.',
  not_held: 'This video is not held back. Look at its state.',
  admins_release:
    'Only an administrator of this site may encode beyond the month’s budget. Ask one of them.',
  video_in_use: ({ published, drafts }) =>
    `These lessons show the video: ${[...published.map((title) => `“${title}” (published)`), ...drafts.map((title) => `“${title}”`)].join(', ')}. Take it out of them, and publish the course if it is published, then delete it.`,

  file_replaced: 'Another file was uploaded under the same name.',
  renditions_reused: 'The same content was encoded before; its renditions were copied.',
  copied_with_course: 'It was copied with its course.',
  tried_again: 'Tried again by hand.',
  released: ({ name }) => `Released by ${name}, beyond the month's budget.`,
  released_unnamed: 'Released beyond the month’s budget.',
  restarted: 'It was stuck, and was begun anew.',
  month_began: 'A new month began, with a budget of its own.',

  companion_too_large: ({ mostBytes }) =>
    `The file has over ${mostBytes / 1e6} MB, which captions never need.`,
  companion_not_utf8: 'The file is not UTF-8 text. Save it as UTF-8 in your subtitle editor.',
  companion_bad: ({ problems, more }, inWords) =>
    `${listed(problems, more, inWords)} Mend this and upload the file again.`,
  left_out: ({ fileName, problems, more }, inWords) =>
    `Left out of ${fileName}: ${listed(problems, more, inWords)}`,
  manifest_too_large: 'The manifest is too large. Split it by folder.',
  manifest_not_utf8: 'The manifest is not UTF-8 text. Save it as UTF-8.',
}

const ODD = {
  unseen: 'characters that cannot be seen',
  backslash: 'a backslash',
  nameless_folder: 'a folder without a name',
}

const MEND =
  'Check that the original plays to its end, export it again, as MP4 if in doubt, and upload that.'

const REFUSED = {
  settings:
    'Export it again, as MP4 with H.264 if in doubt, and upload that. If the same is said of it, show this sentence to the operator of this site.',
  rights:
    'It is not the file’s fault: show this sentence to the operator of this site, and try again when they say so.',
}

const RELEASE = {
  admins:
    'It starts by itself when a month has room for it; an administrator of this site can release it sooner.',
  authors: 'It starts by itself when a month has room for it; release it if it cannot wait.',
}

/** `Line 3: the cue ends before it starts; line 7: … and 2 more.` */
function listed(problems: readonly Problem[], more: number, inWords: InWords): string {
  const named = problems.map((problem) => {
    const { line, path } = problem
    const where = [...(line ? [`line ${line}`] : []), ...(path ? [path] : [])]
    return [...where, unended(inWords(problem))].join(': ')
  })
  const all = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`
}

const unended = (sentence: string) => sentence.replace(/[.\s]+$/, '')
const dollars = (amount: number) => `$${amount.toFixed(2)}`
const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1)
const minutes = (seconds: number) => Math.ceil(seconds / 60)
