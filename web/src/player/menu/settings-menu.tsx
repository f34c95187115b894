import { IconSettings } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { prefer, SPEEDS, usePreferences } from '#web/player/state/preferences.ts'
import type { StreamState } from '#web/player/stream/stream.ts'
import { words } from '#web/player/words/en.ts'
import { figure } from '#web/ui/words.ts'
import { CaptionPages, captionsInWords } from './caption-pages.tsx'
import control from './control.module.css'
import styles from './menu.module.css'
import { MenuAction, MenuChoice, MenuLink, MenuPage, MenuSwitch } from './menu.tsx'
import type { MenuPageName } from './menu-page.ts'

export interface SettingsProps extends StreamState {
  /** What is shown now, in pixels. */
  readonly height: number
  readonly captionFiles: readonly { readonly language: string; readonly label: string }[]
  readonly choose: (quality: number | 'auto') => void
  readonly chooseSound: (id: number) => void
  readonly setSpeed: (speed: number) => void
  readonly togglePictureInPicture: () => void
  readonly showHelp: () => void
  readonly hasNext: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The gear: everything that is chosen once rather than pressed often. */
export function SettingsMenu(props: SettingsProps) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [page, setPage] = useState<MenuPageName>('main')
  const { onOpenChange } = props
  useEffect(() => {
    const element = panel.current
    if (!element) return
    const onToggle = (event: Event) => {
      const opens = event instanceof ToggleEvent && event.newState === 'open'
      if (opens && button.current) placeAbove(button.current, element)
      setOpen(opens)
      onOpenChange(opens)
      if (!opens) setPage('main')
    }
    element.addEventListener('beforetoggle', onToggle)
    return () => element.removeEventListener('beforetoggle', onToggle)
  }, [onOpenChange])
  return (
    <>
      <button
        ref={button}
        type="button"
        className={control.control}
        aria-label={words.settings}
        title={words.settings}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
      >
        <IconSettings aria-hidden />
      </button>
      <div ref={panel} id={id} popover="auto" className={styles.menu}>
        {open && (
          <Pages {...props} page={page} go={setPage} close={() => panel.current?.hidePopover()} />
        )}
      </div>
    </>
  )
}

/** The menu lies in the top layer, above a full screen too, so it is placed by numbers. */
function placeAbove(button: HTMLElement, panel: HTMLElement): void {
  const box = button.getBoundingClientRect()
  panel.style.setProperty('--from-right', `${Math.max(8, innerWidth - box.right)}px`)
  panel.style.setProperty('--from-bottom', `${Math.max(8, innerHeight - box.top + 8)}px`)
  panel.style.setProperty('--room', `${Math.max(160, box.top - 16)}px`)
}

interface PagesProps extends SettingsProps {
  readonly page: MenuPageName
  readonly go: (page: MenuPageName) => void
  readonly close: () => void
}

function Pages(props: PagesProps) {
  const { page, go, close, qualities, chosen, sounds, sound } = props
  const kept = usePreferences()
  const back = () => go('main')
  switch (page) {
    case 'main':
      return <MainPage {...props} />
    case 'quality':
      return (
        <MenuPage label={words.quality} onBack={back}>
          <MenuChoice
            options={[
              ...[...qualities]
                .reverse()
                .map(({ id, height }) => ({ value: id, label: words.lines(height) })),
              { value: AUTO, label: words.auto, note: words.byConnection },
            ]}
            chosen={chosen === 'auto' ? AUTO : chosen}
            onChoose={(id) => {
              props.choose(id === AUTO ? 'auto' : id)
              close()
            }}
          />
        </MenuPage>
      )
    case 'speed':
      return (
        <MenuPage label={words.speed} onBack={back}>
          <MenuChoice
            options={SPEEDS.map((speed) => ({ value: speed, label: speedInWords(speed) }))}
            chosen={kept.speed}
            onChoose={(speed) => {
              props.setSpeed(speed)
              close()
            }}
          />
        </MenuPage>
      )
    case 'sound':
      return (
        <MenuPage label={words.sound} onBack={back}>
          <MenuChoice
            options={sounds.map(({ id, label }) => ({ value: id, label }))}
            chosen={sound ?? -1}
            onChoose={(id) => {
              props.chooseSound(id)
              close()
            }}
          />
        </MenuPage>
      )
    default:
      return (
        <CaptionPages key={page} page={page} go={go} files={props.captionFiles} close={close} />
      )
  }
}

/** No quality has this id. */
const AUTO = -1

function MainPage({ go, close, ...props }: PagesProps) {
  const kept = usePreferences()
  const { qualities, chosen, sounds, sound, height } = props
  const forced = qualities.find((quality) => quality.id === chosen)
  return (
    <MenuPage label={words.settings}>
      {qualities.length > 1 && (
        <MenuLink
          label={words.quality}
          value={qualityInWords(forced?.height, height)}
          onChoose={() => go('quality')}
        />
      )}
      <MenuLink label={words.speed} value={speedInWords(kept.speed)} onChoose={() => go('speed')} />
      <MenuLink
        label={words.captions}
        value={captionsInWords(props.captionFiles, kept.captions)}
        onChoose={() => go('captions')}
      />
      {sounds.length > 1 && (
        <MenuLink
          label={words.sound}
          value={sounds.find((each) => each.id === sound)?.label}
          onChoose={() => go('sound')}
        />
      )}
      {document.pictureInPictureEnabled && (
        <MenuAction
          label={words.pictureInPicture}
          onChoose={() => {
            close()
            props.togglePictureInPicture()
          }}
        />
      )}
      {props.hasNext && (
        <MenuSwitch
          label={words.goOn}
          on={kept.goOnByItself}
          onChange={(goOnByItself) => prefer({ goOnByItself })}
        />
      )}
      {'MediaSource' in window && (
        <MenuSwitch label={words.dash} on={kept.dash} onChange={(dash) => prefer({ dash })} />
      )}
      <MenuAction
        label={words.keyboard}
        value="?"
        onChoose={() => {
          close()
          props.showHelp()
        }}
      />
    </MenuPage>
  )
}

/** What somebody chose, or what plays now by itself, once it is known. */
function qualityInWords(chosen: number | undefined, now: number): string {
  if (chosen !== undefined) return words.lines(chosen)
  return now ? words.autoNow(now) : words.auto
}

export const speedInWords = (speed: number) =>
  speed === 1 ? words.normalSpeed : `${figure(speed)}×`
