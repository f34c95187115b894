import {
  CAPTION_LOOKS,
  CAPTION_PLACES,
  CAPTION_SIZES,
  prefer,
  usePreferences,
} from '#web/player/state/preferences.ts'
import { chooseCaptions } from '#web/player/text/use-captions.ts'
import { words } from '#web/player/words/en.ts'
import { MenuChoice, MenuLink, MenuPage } from './menu.tsx'
import type { MenuPageName } from './menu-page.ts'

interface File {
  readonly language: string
  readonly label: string
}

export function captionsInWords(files: readonly File[], wanted: string | null): string {
  if (files.length === 0) return words.noneYet
  return wanted === null ? words.off : (chooseCaptions(files, wanted, [])?.label ?? words.off)
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
      <MenuPage label={words.captions} onBack={() => go('main')}>
        {files.length > 0 && (
          <MenuChoice
            options={[
              { value: null, label: words.off },
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
        <MenuLink
          label={words.size}
          value={words.sizes[kept.captionSize]}
          onChoose={() => go('size')}
        />
        <MenuLink
          label={words.look}
          value={words.looks[kept.captionLook]}
          onChoose={() => go('look')}
        />
        <MenuLink
          label={words.place}
          value={words.places[kept.captionPlace]}
          onChoose={() => go('place')}
        />
      </MenuPage>
    )
  if (page === 'size')
    return (
      <MenuPage label={words.sizeOfCaptions} onBack={back}>
        <MenuChoice
          options={CAPTION_SIZES.map((value) => ({ value, label: words.sizes[value] }))}
          chosen={kept.captionSize}
          onChoose={(captionSize) => prefer({ captionSize })}
        />
      </MenuPage>
    )
  if (page === 'look')
    return (
      <MenuPage label={words.lookOfCaptions} onBack={back}>
        <MenuChoice
          options={CAPTION_LOOKS.map((value) => ({ value, label: words.looks[value] }))}
          chosen={kept.captionLook}
          onChoose={(captionLook) => prefer({ captionLook })}
        />
      </MenuPage>
    )
  return (
    <MenuPage label={words.placeOfCaptions} onBack={back}>
      <MenuChoice
        options={CAPTION_PLACES.map((value) => ({ value, label: words.places[value] }))}
        chosen={kept.captionPlace}
        onChoose={(captionPlace) => prefer({ captionPlace })}
      />
    </MenuPage>
  )
}
