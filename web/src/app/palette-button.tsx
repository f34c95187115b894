import { ActionIcon } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { shortcutKey } from '#web/ui/shortcut-key.ts'
import { words } from '#web/ui/words/en.ts'

const load = () => import('./palette.tsx')
const Palette = lazy(load)

/** Opens the command palette, as Ctrl-K or Cmd-K does anywhere; it is loaded when it is first wanted. */
export function PaletteButton() {
  const [opened, setOpened] = useState(false)
  const [wanted, setWanted] = useState(false)
  const open = () => {
    setWanted(true)
    setOpened(true)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (shortcutKey(event) !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setWanted(true)
      setOpened((before) => !before)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        aria-label={words.search}
        aria-keyshortcuts="Control+K Meta+K"
        title={words.searchKeys}
        onPointerEnter={() => void load()}
        onClick={open}
      >
        <IconSearch size={20} stroke={1.6} />
      </ActionIcon>
      {wanted && (
        <Suspense fallback={null}>
          <Palette opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
