import type { Sayings } from '#contract/words/said'
import { AssetState } from './asset.ts'

/** What is said of an uploaded file and of the video that it is to become. Codes are stored. */
export const videoSayings = {
  /** A sentence that an earlier version stored. */
  as_written: { text: 'text' },

  /** Why a file is rejected. */
  no_folder: { bucket: 'text' },
  unknown_course: { course: 'text' },
  odd_name: { because: ['unseen', 'backslash', 'nameless_folder'] },
  file_empty: {},
  file_too_large: { bytes: 'number', mostBytes: 'number' },
  video_too_long: { seconds: 'number', mostSeconds: 'number' },
  picture_too_small: { width: 'number', height: 'number', least: 'number' },
  codec_not_accepted: { codec: 'text', accepted: 'texts' },
  unreadable: {},
  no_picture: {},
  unknown_codec: {},
  missing: {},
  cut_off: {},
  no_length: {},
  no_frame_rate: {},
  encrypted: {},

  /** Why it failed, or waits. */
  file_archived: {},
  foreign_key: {},
  no_rights: {},
  job_failed: { detail: 'text' },
  job_failed_with: { errorCode: 'number' },
  job_failed_untold: {},
  job_refused: { detail: 'text', by: ['settings', 'rights'] },
  encoding_cancelled: {},
  encoding_stuck: { attempts: 'number' },
  over_budget: { costUsd: 'number', leftUsd: 'number', releasedBy: ['admins', 'authors'] },
  earlier_version_stays: {},
  /** Above the reason in a mail. */
  upload_ended: { sourceKey: 'text', state: AssetState.options },

  /** Why it is not done what somebody asked for. */
  not_retriable: {},
  no_video: {},
  not_cancellable: {},
  not_held: {},
  admins_release: {},
  /** The lessons that show it, by their titles. */
  video_in_use: { published: 'texts', drafts: 'texts' },

  /** What its history notes. */
  file_replaced: {},
  renditions_reused: {},
  copied_with_course: {},
  tried_again: {},
  released: { name: 'text' },
  released_unnamed: {},
  restarted: {},
  month_began: {},

  /** Of captions, chapters and manifests beside it. */
  companion_too_large: { mostBytes: 'number' },
  companion_not_utf8: {},
  companion_bad: { problems: 'problems', more: 'number' },
  left_out: { fileName: 'text', problems: 'problems', more: 'number' },
  manifest_too_large: {},
  manifest_not_utf8: {},
} as const satisfies Sayings
