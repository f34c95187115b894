import { Button, Modal, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useMemo, useRef, useState } from 'react'
import type { CourseId } from '#contract/platform/ids'
import type { AssetCard } from '#contract/videos/asset'
import { words } from '#web/lessons/editor/words/en.ts'
import { durationInWords } from '#web/ui/words.ts'
import name from '#web/videos/asset-words.module.css'
import { arrange, folderOf } from '#web/videos/library/asset-order.ts'
import { Poster } from '#web/videos/poster.tsx'
import { StateBadge } from '#web/videos/state-badge.tsx'
import { useMediaSession } from '#web/videos/use-media-session.ts'
import styles from './video-choice.module.css'

interface Props {
  readonly courseId: CourseId
  readonly label: string
  readonly chosenId: string | null
  readonly assets: readonly AssetCard[]
  readonly choose: (id: AssetCard['id'] | null) => void
}

/** The video of a lesson, and the way to another: searched by name, with poster and state. */
export function VideoChoice({ courseId, label, chosenId, assets, choose }: Props) {
  const [open, setOpen] = useState(false)
  const media = useMediaSession(courseId)
  const chosen = assets.find(({ id }) => id === chosenId)
  return (
    <div className={styles.choice}>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Poster url={chosen?.posterUrl ?? null} ready={media.isSuccess} />
        <span className={name.words}>
          <span className="only-heard">{label}: </span>
          {chosen ? (
            <>
              <strong dir="auto">{chosen.fileName}</strong>
              <StateBadge asset={chosen} />
            </>
          ) : (
            <span className="quiet">
              {chosenId
                ? words.videoGone
                : assets.length > 0
                  ? words.chooseVideo
                  : words.uploadFirst}
            </span>
          )}
        </span>
      </button>
      {chosenId && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => choose(null)}>
          {words.takeAway}
        </Button>
      )}
      <Modal opened={open} onClose={() => setOpen(false)} title={label} size="lg">
        <VideoList
          assets={assets}
          chosenId={chosenId}
          mediaReady={media.isSuccess}
          choose={(id) => {
            choose(id)
            setOpen(false)
          }}
        />
      </Modal>
    </div>
  )
}

const ROW = 84

/** A combobox whose list is always open: arrows move, Enter chooses. Only what can be seen is drawn. */
function VideoList({
  assets,
  chosenId,
  mediaReady,
  choose,
}: Pick<Props, 'assets' | 'chosenId' | 'choose'> & { mediaReady: boolean }) {
  const id = useId()
  const [q, setQ] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(
    () => arrange(assets, { q, state: 'all', sort: 'uploaded', down: true }, new Map()),
    [assets, q],
  )
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  const move = (to: number) => {
    const next = Math.min(found.length - 1, Math.max(0, to))
    setActive(next)
    virtual.scrollToIndex(next)
  }
  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[active] && `${id}-${active}`}
        aria-label={words.searchVideos}
        placeholder={words.searchExample}
        value={q}
        onChange={(event) => {
          setQ(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          const to = {
            ArrowDown: active + 1,
            ArrowUp: active - 1,
            PageDown: active + 6,
            PageUp: active - 6,
          }[event.key]
          if (to !== undefined) {
            event.preventDefault()
            move(to)
          }
          const chosen = found[active]
          if (event.key === 'Enter' && chosen) {
            event.preventDefault()
            choose(chosen.id)
          }
        }}
      />
      <div
        className={styles.list}
        role="listbox"
        id={`${id}-list`}
        aria-label={words.videos}
        ref={list}
        tabIndex={-1}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const asset = found[index]
            return (
              asset && (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the field's active descendant
                <div
                  key={asset.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={asset.id === chosenId}
                  aria-setsize={found.length}
                  aria-posinset={index + 1}
                  data-active={index === active}
                  style={{ transform: `translateY(${start}px)`, height: ROW }}
                  onClick={() => choose(asset.id)}
                >
                  <Poster url={asset.posterUrl} ready={mediaReady} />
                  <span className={`${name.words} ${name.oneLine}`}>
                    <strong dir="auto">{asset.fileName}</strong>
                    <span className="quiet">
                      {[
                        folderOf(asset),
                        asset.durationSeconds !== null && durationInWords(asset.durationSeconds),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <StateBadge asset={asset} />
                  </span>
                </div>
              )
            )
          })}
        </div>
      </div>
      <p className="quiet" role="status">
        {found.length === 0 ? words.noMatch : ''}
      </p>
    </>
  )
}
