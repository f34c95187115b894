import { ActionIcon, Button, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { signIn } from '../auth/session.ts'
import { useSession } from '../auth/use-session.ts'
import { Mark } from './mark.tsx'
import { PaletteButton } from './palette-button.tsx'
import { useFocusOnNavigation } from './use-focus-on-navigation.ts'

const UploadTray = lazy(() => import('../teaching/uploads/upload-tray.tsx'))
const AccountMenu = lazy(() => import('./account-menu.tsx'))

/** The frame around every page. */
export function Shell() {
  const session = useSession()
  useFocusOnNavigation()
  const isAuthor = session.state === 'signed-in' && session.person.isAuthor
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="top-bar">
        <Link to="/" className="brand" aria-label="Lectern, all courses">
          <Mark />
          <span>Lectern</span>
        </Link>
        <nav aria-label="Main">
          {session.state === 'signed-in' && <Link to="/my">My courses</Link>}
          {isAuthor && <Link to="/teach">Teach</Link>}
        </nav>
        <PaletteButton />
        <SchemeToggle />
        {session.state === 'signed-in' && (
          <Suspense fallback={<span className="account-space" />}>
            <AccountMenu person={session.person} />
          </Suspense>
        )}
        {session.state === 'signed-out' && <Button onClick={() => void signIn()}>Sign in</Button>}
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {isAuthor && (
        <Suspense>
          <UploadTray />
        </Suspense>
      )}
    </>
  )
}

function SchemeToggle() {
  const { toggleColorScheme } = useMantineColorScheme()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label="Switch between light and dark"
      onClick={toggleColorScheme}
    >
      <IconSun className="only-dark" size={20} stroke={1.6} />
      <IconMoon className="only-light" size={20} stroke={1.6} />
    </ActionIcon>
  )
}
