import { ActionIcon } from '@mantine/core'
import { IconUserCircle } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useCalm } from '#web/ui/moments/use-calm.ts'
import { words } from '#web/ui/words/en.ts'
import type { Person } from './person.ts'

const load = () => import('./account-menu.tsx')
const AccountMenu = lazy(load)

/** Who is signed in; the menu is loaded once the page is calm, or when it is first wanted. */
export function AccountButton({ person }: { person: Person }) {
  const [wanted, setWanted] = useState(false)
  const calm = useCalm()
  useEffect(() => {
    if (calm) void load()
  }, [calm])
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label={words.account}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onClick={() => setWanted(true)}
    >
      <IconUserCircle size={24} stroke={1.6} />
    </ActionIcon>
  )
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <AccountMenu person={person} />
    </Suspense>
  )
}
