import { createContext, useContext } from 'react'
import type { ArticleFigure } from '#contract/articles/tree'
import { imageName } from '#contract/files/image-name'
import type { FileId } from '#contract/platform/ids'
import { sourcesOf } from '#web/files/sources-of.ts'
import styles from './article.module.css'
import { Inlines } from './inlines.tsx'

/** Where a file of the article's pictures lies for whoever reads here; undefined where nobody knows. */
export type FolderOf = (fileId: FileId) => string | undefined

export const FoldersOf = createContext<FolderOf>(() => undefined)

/** As wide as the column of an article at most; an article's pictures take all of it. */
export const SIZES = '(max-width: 720px) 100vw, 680px'

/** A picture with what stands below it. Who reads where it is not, has its words. */
export function Figure({ figure }: { figure: ArticleFigure }) {
  const { fileId, width, height, widths, decorative, children } = figure
  const folder = useContext(FoldersOf)(fileId)
  const alt = decorative ? '' : figure.alt
  return (
    <figure className={styles.figure}>
      {folder ? (
        <picture>
          <source type="image/webp" srcSet={sourcesOf(folder, widths, 'webp')} sizes={SIZES} />
          <img
            src={`${folder}${imageName(widths.at(-1) ?? width, 'jpg')}`}
            srcSet={sourcesOf(folder, widths, 'jpg')}
            sizes={SIZES}
            {...{ width, height }}
            alt={alt}
            loading="lazy"
            decoding="async"
          />
        </picture>
      ) : (
        alt && <p className={styles.unseen}>{alt}</p>
      )}
      {children.length > 0 && (
        <figcaption dir="auto">
          <Inlines parts={children} />
        </figcaption>
      )}
    </figure>
  )
}
