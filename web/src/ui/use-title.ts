import { useEffect } from 'react'

/** What a tab is called. */
export const titleOf = (name: string | undefined) => (name ? `${name} · Lectern` : 'Lectern')

export function useTitle(title: string | undefined) {
  useEffect(() => {
    document.title = titleOf(title)
  }, [title])
}
