import { ActionIcon, TextInput } from '@mantine/core'
import {
  IconChevronDown,
  IconChevronUp,
  IconDownload,
  IconMoonStars,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { figure } from '#web/ui/words.ts'
import type { DarkPages } from './use-dark-pages.ts'
import styles from './viewer.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly page: number
  readonly pageCount: number
  readonly goTo: (page: number) => void
  readonly zoom: number
  readonly zoomBy: (direction: 1 | -1) => void
  readonly openFind: () => void
  readonly dark: DarkPages
  readonly download: { readonly href: string; readonly name: string }
}

export function Toolbar(props: Props) {
  const { page, pageCount, goTo, zoom, zoomBy, openFind, dark, download } = props
  return (
    <div className={styles.tools} role="toolbar" aria-label={words.tools}>
      <span className={styles.group}>
        <Tool label={words.pageBefore} isOff={page <= 1} act={() => goTo(page - 1)}>
          <IconChevronUp size={20} />
        </Tool>
        <PageField page={page} pageCount={pageCount} goTo={goTo} />
        <Tool label={words.pageAfter} isOff={page >= pageCount} act={() => goTo(page + 1)}>
          <IconChevronDown size={20} />
        </Tool>
      </span>
      <span className={styles.group}>
        <Tool label={words.smaller} act={() => zoomBy(-1)}>
          <IconZoomOut size={20} />
        </Tool>
        <span className={styles.zoom} data-part="zoom">
          {words.percent(zoom)}
        </span>
        <Tool label={words.larger} act={() => zoomBy(1)}>
          <IconZoomIn size={20} />
        </Tool>
      </span>
      <span className={styles.group}>
        <Tool label={words.find} act={openFind}>
          <IconSearch size={20} />
        </Tool>
        {dark.isOffered && (
          <Tool label={words.darkPages} isPressed={dark.isOn} act={dark.toggle}>
            <IconMoonStars size={20} />
          </Tool>
        )}
        <ActionIcon
          component="a"
          href={download.href}
          download={download.name}
          variant="subtle"
          color="gray"
          size={40}
          aria-label={words.download}
          title={words.download}
        >
          <IconDownload size={20} />
        </ActionIcon>
      </span>
    </div>
  )
}

function Tool({
  label,
  act,
  isOff = false,
  isPressed,
  children,
}: {
  readonly label: string
  readonly act: () => void
  readonly isOff?: boolean
  readonly isPressed?: boolean
  readonly children: ReactNode
}) {
  return (
    <ActionIcon
      variant={isPressed ? 'light' : 'subtle'}
      color="gray"
      size={40}
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      disabled={isOff}
      onClick={act}
    >
      {children}
    </ActionIcon>
  )
}

/** The page that is read; another is gone to by Enter or on leaving the field. */
function PageField({ page, pageCount, goTo }: Pick<Props, 'page' | 'pageCount' | 'goTo'>) {
  const [typed, setTyped] = useState<string>()
  const go = () => {
    const asked = Number.parseInt(typed ?? '', 10)
    if (Number.isFinite(asked)) goTo(Math.max(1, Math.min(pageCount, asked)))
    setTyped(undefined)
  }
  return (
    <>
      <TextInput
        className={styles.pageField}
        aria-label={words.page(pageCount)}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? String(page)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go()
          if (event.key === 'Escape') setTyped(undefined)
        }}
      />
      <span className={styles.count} aria-hidden>
        {words.of(figure(pageCount))}
      </span>
    </>
  )
}
