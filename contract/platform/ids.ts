import { z } from 'zod'
import { MOST_SLUG, ULID } from './id-form.ts'

const prefixed = <P extends string>(prefix: P) =>
  z.templateLiteral([`${prefix}_`, z.string().regex(new RegExp(`^${ULID}$`))])

/** Prefixed ULIDs: the prefix says what a bare id in a log line refers to. */
export const CourseId = prefixed('crs')
export const ModuleId = prefixed('mod')
export const LessonId = prefixed('les')
export const EnrolmentId = prefixed('enr')
export const AssetId = prefixed('ast')
export const FileId = prefixed('fil')
export const AnnouncementId = prefixed('ann')

export type CourseId = z.infer<typeof CourseId>
export type ModuleId = z.infer<typeof ModuleId>
export type LessonId = z.infer<typeof LessonId>
export type EnrolmentId = z.infer<typeof EnrolmentId>
export type AssetId = z.infer<typeof AssetId>
export type FileId = z.infer<typeof FileId>
export type AnnouncementId = z.infer<typeof AnnouncementId>

/** The identity provider's subject: opaque, up to 128 characters. */
export const UserId = z.string().min(1).max(128)
export type UserId = z.infer<typeof UserId>

/** The name of a course in addresses and in the ingest bucket: `linear-algebra`. */
export const Slug = z
  .string()
  .min(2)
  .max(MOST_SLUG)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'unlike_a_slug')
export type Slug = z.infer<typeof Slug>

/** When something happened: ISO 8601 in UTC, with milliseconds. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>
