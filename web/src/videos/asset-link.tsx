import { Link } from '@tanstack/react-router'
import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'

interface Props {
  readonly asset: Pick<AssetCard, 'id' | 'fileName'>
  readonly courseId: CourseId
}

/** A video's name as the way to its page. */
export const AssetLink = ({ asset: { id: assetId, fileName }, courseId }: Props) => (
  <Link
    to="/teach/$courseId/videos/$assetId"
    params={{ courseId, assetId }}
    title={fileName}
    dir="auto"
  >
    {fileName}
  </Link>
)
