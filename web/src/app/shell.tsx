import { ActionIcon, Button, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { AccountButton } from '#web/people/account-button.tsx'
import { LanguageChoice } from '#web/people/language-choice.tsx'
import { signIn } from '#web/people/session.ts'
import { useSession } from '#web/people/use-session.ts'
import { useCalm } from '#web/ui/moments/use-calm.ts'
import { useFocusOnNavigation } from '#web/ui/use-focus-on-navigation.ts'
import { words } from '#web/ui/words/en.ts'
import { Mark } from './mark.tsx'
import { PaletteButton } from './palette-button.tsx'
import styles from './shell.module.css'

const Bell = lazy(() => import('#web/notifications/bell.tsx'))
const UploadTray = lazy(() => import('#web/uploads/tray/upload-tray.tsx'))

/** The frame around every page. */
export function Shell() {
  const session = useSession()
  const calm = useCalm()
  useFocusOnNavigation()
  useEffect(() => {
    window.redoAct?.()
    delete window.redoAct
  }, [])
  const isAuthor = session.state === 'signed-in' && session.person.isAuthor
  const teaches = useTeaches(isAuthor)
  return (
    <>
      <a className={styles.skipLink} href="#main">
        {words.skip}
      </a>
      <header className={styles.topBar}>
        <Link to="/" className={styles.brand} aria-label={words.brand}>
          <Mark />
          <span>Lectern</span>
        </Link>
        <nav aria-label={words.main}>
          {session.state === 'signed-in' && <Link to="/my">{words.myCourses}</Link>}
          {session.state === 'signed-in' && teaches && <Link to="/teach">{words.teach}</Link>}
        </nav>
        <PaletteButton />
        <SchemeToggle />
        {session.state === 'signed-in' && (
          <>
            <span className={styles.bellSpace}>
              <Suspense>{calm && <Bell />}</Suspense>
            </span>
            <AccountButton person={session.person} />
          </>
        )}
        {session.state === 'loading' && (
          <>
            <span className={styles.bellSpace} />
            <span className={styles.accountSpace} />
          </>
        )}
        {session.state === 'signed-out' && (
          <>
            <span className={`${styles.bellSpace} ${styles.untilKnown}`} />
            <span className={`${styles.accountSpace} ${styles.untilKnown}`} />
            <div className={styles.forVisitors}>
              <LanguageChoice />
              <Button flex="none" onClick={() => void signIn()}>
                {words.signIn}
              </Button>
            </div>
          </>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {session.state === 'signed-in' && teaches && calm && (
        <Suspense>
          <UploadTray />
        </Suspense>
      )}
    </>
  )
}

/** Authors do; whoever helps to teach is not known by their token, but by where they went. */
function useTeaches(isAuthor: boolean): boolean {
  const isThere = useLocation({ select: ({ pathname }) => pathname.startsWith('/teach') })
  const [wasThere, setWasThere] = useState(isThere)
  if (isThere && !wasThere) setWasThere(true)
  return isAuthor || wasThere
}

function SchemeToggle() {
  const { toggleColorScheme } = useMantineColorScheme()
  return (
    <ActionIcon
      className={styles.schemeToggle}
      variant="subtle"
      color="gray"
      size={40}
      aria-label={words.scheme}
      onClick={toggleColorScheme}
    >
      <IconSun className={styles.onlyDark} size={20} stroke={1.6} />
      <IconMoon className={styles.onlyLight} size={20} stroke={1.6} />
    </ActionIcon>
  )
}
