import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * Where a page goes away with what had the focus, the next page gets it, so that a screen reader and the
 * Tab key begin there and not at the top. What holds the focus by itself keeps it.
 */
export function useFocusOnNavigation() {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        requestAnimationFrame(() => {
          if (isNowhere(document.activeElement))
            document.getElementById('main')?.focus({ preventScroll: true })
        })
      }),
    [router],
  )
}

/** Whether the focus is on nothing that a person chose: the page as a whole. */
export const isNowhere = (focused: Element | null): boolean =>
  focused === null || focused === document.body || focused.id === 'main'
