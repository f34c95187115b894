import {
  CAPTION_LOOKS,
  CAPTION_PLACES,
  CAPTION_SIZES,
  type CaptionLook,
  type CaptionPlace,
  type CaptionSize,
  prefer,
  usePreferences,
} from '#web/player/state/preferences.ts'
import { chooseCaptions } from '#web/player/text/use-captions.ts'
import { MenuChoice, MenuLink, MenuPage } from './menu.tsx'
import type { MenuPageName } from './menu-page.ts'

const SIZES: Record<CaptionSize, string> = {
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
  largest: 'Very large',
}
const LOOKS: Record<CaptionLook, string> = {
  'light-on-dark': 'White on black',
  'dark-on-light': 'Black on white',
  'yellow-on-dark': 'Yellow on black',
  outlined: 'White with an outline',
}
const PLACES: Record<CaptionPlace, string> = { bottom: 'Below', top: 'Above' }

interface File {
  readonly language: string
  readonly label: string
}

export function captionsInWords(files: readonly File[], wanted: string | null): string {
  if (files.length === 0) return 'None yet'
  return wanted === null ? 'Off' : (chooseCaptions(files, wanted, [])?.label ?? 'Off')
}

interface Props {
  readonly page: Exclude<MenuPageName, 'main' | 'quality' | 'speed' | 'sound'>
  readonly go: (page: MenuPageName) => void
  readonly files: readonly File[]
  readonly close: () => void
}

/** The menu's pages for captions: which, and how they look. */
export function CaptionPages({ page, go, files, close }: Props) {
  const kept = usePreferences()
  const back = () => go('captions')
  if (page === 'captions')
    return (
      <MenuPage label="Captions" onBack={() => go('main')}>
        {files.length > 0 && (
          <MenuChoice
            options={[
              { value: null, label: 'Off' },
              ...files.map(({ language, label }) => ({ value: language, label })),
            ]}
            chosen={
              kept.captions === null
                ? null
                : (chooseCaptions(files, kept.captions, [])?.language ?? null)
            }
            onChoose={(captions) => {
              prefer({ captions })
              close()
            }}
          />
        )}
        <MenuLink label="Size" value={SIZES[kept.captionSize]} onChoose={() => go('size')} />
        <MenuLink label="Colours" value={LOOKS[kept.captionLook]} onChoose={() => go('look')} />
        <MenuLink label="Place" value={PLACES[kept.captionPlace]} onChoose={() => go('place')} />
      </MenuPage>
    )
  if (page === 'size')
    return (
      <MenuPage label="Size of captions" onBack={back}>
        <MenuChoice
          options={CAPTION_SIZES.map((value) => ({ value, label: SIZES[value] }))}
          chosen={kept.captionSize}
          onChoose={(captionSize) => prefer({ captionSize })}
        />
      </MenuPage>
    )
  if (page === 'look')
    return (
      <MenuPage label="Colours of captions" onBack={back}>
        <MenuChoice
          options={CAPTION_LOOKS.map((value) => ({ value, label: LOOKS[value] }))}
          chosen={kept.captionLook}
          onChoose={(captionLook) => prefer({ captionLook })}
        />
      </MenuPage>
    )
  return (
    <MenuPage label="Place of captions" onBack={back}>
      <MenuChoice
        options={CAPTION_PLACES.map((value) => ({ value, label: PLACES[value] }))}
        chosen={kept.captionPlace}
        onChoose={(captionPlace) => prefer({ captionPlace })}
      />
    </MenuPage>
  )
}
