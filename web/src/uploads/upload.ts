import type { AssetId, CourseId } from '#contract/platform/ids'
import type { ChosenFile } from './sort-files.ts'

/** S3's side of an upload, once it was begun. */
export interface UploadSession {
  readonly uploadId: string
  readonly key: string
  readonly partSizeBytes: number
  readonly partCount: number
}

/** What is to be sent and where to: all of it outlives the page. */
export interface UploadPlan {
  readonly id: string
  readonly courseId: CourseId
  readonly fileName: string
  readonly sizeBytes: number
  readonly lastModified: number
  readonly contentType: string
  /** Folders below the course; null gives the upload a folder of its own. */
  readonly folder: string | null
  /** The upload of the video that these captions belong beside. */
  readonly beside: string | null
  /** The asset that these captions belong beside. */
  readonly besideAsset: AssetId | null
  /** The asset whose next version this is. */
  readonly replaces: AssetId | null
  readonly session: UploadSession | null
  readonly paused: boolean
}

/**
 * `needs-file` is an upload of an earlier visit whose file the browser may not read any more;
 * `offline` goes on by itself.
 */
export type UploadState =
  | 'waiting'
  | 'sending'
  | 'offline'
  | 'paused'
  | 'needs-file'
  | 'cancelled'
  | 'failed'
  | 'sent'

export interface Upload extends UploadPlan {
  readonly state: UploadState
  readonly sentBytes: number
  readonly bytesPerSecond: number | null
  readonly secondsLeft: number | null
  readonly problem: string | null
  /** Whether the browser kept a handle on the file, and only has to be allowed to read it again. */
  readonly canReopen: boolean
}

/** A file that goes into a folder of its own, unless `facts` say otherwise. */
export const newPlan = (
  file: Pick<File, 'name' | 'size' | 'lastModified' | 'type'>,
  facts: Pick<UploadPlan, 'id' | 'courseId'> & Partial<UploadPlan>,
): UploadPlan => ({
  fileName: file.name,
  sizeBytes: file.size,
  lastModified: file.lastModified,
  contentType: file.type || 'application/octet-stream',
  folder: null,
  beside: null,
  besideAsset: null,
  replaces: null,
  session: null,
  paused: false,
  ...facts,
})

/** A plan of which nothing is sent yet. */
export const asUpload = (plan: UploadPlan, state: Upload['state']): Upload => ({
  ...plan,
  state,
  sentBytes: 0,
  bytesPerSecond: null,
  secondsLeft: null,
  problem: null,
  canReopen: false,
})

/** The part of a file system handle that an upload needs; browsers' own satisfy it. */
export interface FileHandle {
  getFile(): Promise<File>
  queryPermission?(what: { mode: 'read' }): Promise<PermissionState>
  requestPermission?(what: { mode: 'read' }): Promise<PermissionState>
}

export interface FileWithHandle extends ChosenFile {
  /** Lets a later visit read the file again; null where the browser gives none. */
  readonly handle: FileHandle | null
}

export interface KeptUpload {
  readonly plan: UploadPlan
  readonly handle: FileHandle | null
}

/**
 * `offline` may pass by itself; `gone` is an upload that S3 knows no more; `unreadable` is a file that
 * was changed or taken away; `incomplete` lacks parts; `refused` needs a person.
 */
export class UploadProblem extends Error {
  readonly kind: 'offline' | 'gone' | 'unreadable' | 'incomplete' | 'refused'

  constructor(kind: UploadProblem['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UploadProblem'
    this.kind = kind
  }
}

export const isProblem = (error: unknown, kind: UploadProblem['kind']): boolean =>
  error instanceof UploadProblem && error.kind === kind

/** Whether the file is the very one that an upload began with. */
export const isSameFile = (
  plan: Pick<UploadPlan, 'fileName' | 'sizeBytes' | 'lastModified'>,
  file: Pick<File, 'name' | 'size' | 'lastModified'>,
) =>
  plan.fileName === file.name &&
  plan.sizeBytes === file.size &&
  plan.lastModified === file.lastModified

const UNDER_WAY: readonly UploadState[] = ['waiting', 'sending', 'offline']
/** Whether it goes on by itself as long as the page is open. */
export const isUnderWay = (upload: { readonly state: UploadState }) =>
  UNDER_WAY.includes(upload.state)
