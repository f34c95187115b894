import { type RefObject, useEffect, useRef } from 'react'
import { actionOf, type PlayerActions } from './player-keys.ts'

const TYPING = 'input, textarea, select, [contenteditable], [role="menu"], dialog'

/**
 * The keys that video sites share, wherever on the page the focus is, unless something there wants the
 * key. `everywhere` false keeps them to the player, for those whose tools type letters by accident.
 */
export function usePlayerKeys(
  player: RefObject<HTMLElement | null>,
  actions: PlayerActions,
  everywhere: boolean,
) {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (!(target instanceof Element) || target.closest(TYPING)) return
      const inside = player.current?.contains(target) ?? false
      if (!inside && !everywhere) return
      // Pages scroll by these; buttons and links are pressed by space.
      if (!inside && /^(ArrowUp|ArrowDown|Home|End)$/.test(key)) return
      if (key === ' ' && target.closest('button, a, summary')) return
      const act = actionOf(event)
      if (!act) return
      event.preventDefault()
      act(latest.current)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [player, everywhere])
}
