import { useComputedColorScheme } from '@mantine/core'
import { useState } from 'react'

const KEPT_AS = 'lectern.dark-pages'

/** Whether pages are shown in reverse: asked for by people, in the dark theme, for all documents on this device. */
export function useDarkPages() {
  const isOffered = useComputedColorScheme('light') === 'dark'
  const [isWanted, setWanted] = useState(() => localStorage.getItem(KEPT_AS) === 'yes')
  return {
    isOffered,
    isOn: isOffered && isWanted,
    toggle: () => {
      localStorage.setItem(KEPT_AS, isWanted ? 'no' : 'yes')
      setWanted(!isWanted)
    },
  }
}

export type DarkPages = ReturnType<typeof useDarkPages>
