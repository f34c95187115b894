import { IconMovie } from '@tabler/icons-react'
import { useState } from 'react'
import styles from './poster.module.css'

/** A video's poster at a size of its own, or its place: `ready` says that the cookies are there. */
export function Poster({ url, ready }: { url: string | null; ready: boolean }) {
  const [broken, setBroken] = useState<string | null>(null)
  const shown = ready && url !== null && broken !== url
  return (
    <span className={styles.poster}>
      {shown ? (
        <img
          src={new URL(url, `${location.origin}/`).href}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(url)}
        />
      ) : (
        <IconMovie size={20} stroke={1.4} aria-hidden="true" />
      )}
    </span>
  )
}
