import { articleLimits } from '#contract/articles/limits'
import type { ArticleFigure } from '#contract/articles/tree'
import { isId } from '#contract/platform/id-form'
import type { AssetId } from '#contract/platform/ids'

type Placed = Pick<ArticleFigure, 'fileId' | 'width' | 'height' | 'widths' | 'decorative'>

/** A file's picture as Markdown names it: an address of this site that leads nowhere but into an article again. */
export const figureAddress = ({ fileId, width, height, widths, decorative }: Placed): string =>
  `/files/${fileId}?size=${width}x${height}&widths=${widths.join('.')}${decorative ? '&decorative' : ''}`

/** Null of any other address. */
export function figureAt(address: string): Placed | null {
  const [, fileId = '', width, height, widths = '', decorative] = ADDRESS.exec(address) ?? []
  if (!isId('fil', fileId)) return null
  return {
    ...{ fileId, width: Number(width), height: Number(height) },
    widths: widths.split('.').map(Number).slice(0, articleLimits.widths),
    decorative: decorative !== undefined,
  }
}

const PIXELS = '[1-9]\\d{0,4}'
const ADDRESS = new RegExp(
  `^/files/(fil_\\w+)\\?size=(${PIXELS})x(${PIXELS})&widths=(${PIXELS}(?:\\.${PIXELS})*)(&decorative)?$`,
)

/** A video as Markdown names it, in a picture's place. */
export const videoAddress = (assetId: AssetId): string => `/videos/${assetId}`

export function videoAt(address: string): AssetId | null {
  const [, assetId = ''] = /^\/videos\/(ast_\w+)$/.exec(address) ?? []
  return isId('ast', assetId) ? assetId : null
}
