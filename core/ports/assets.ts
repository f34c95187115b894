import type { Asset } from '#contract/models/asset'
import type { Page, PageRequest } from './page.ts'

export interface AssetRepository {
  get(assetId: string): Promise<Asset | null>
  /** `exists` when an asset with this id was made before; then nothing is written. */
  create(asset: Asset, etag: string): Promise<'created' | 'exists'>
  /**
   * Replaces an asset. With `expected`, only if nobody saved it since it was read.
   * Answers whether it was written.
   */
  save(asset: Asset, expected?: { readonly updatedAt: string }): Promise<boolean>
  /** The newest asset of a course with this very content. */
  findByContent(courseId: string, etag: string, sizeBytes: number): Promise<Asset | null>
  /** Newest first. */
  listByCourse(courseId: string, page: PageRequest): Promise<Page<Asset>>
  /** Uploads that named no course, newest first. */
  listWithoutCourse(page: PageRequest): Promise<Page<Asset>>
}
