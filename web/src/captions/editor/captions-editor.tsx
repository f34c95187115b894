import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'
import type { Asset } from '#contract/videos/asset'
import { warningsOf } from '#web/captions/cues/cue-warnings.ts'
import {
  addAfter,
  addCue,
  mergeWithNext,
  removeCue,
  splitCue,
} from '#web/captions/cues/edit-cues.ts'
import { type SavedCaptions, useCaptions } from '#web/captions/use-captions.ts'
import { PlayerSpace } from '#web/player/player-space.tsx'
import { shortcutKey } from '#web/ui/shortcut-key.ts'
import { Preview, usePreviewControl } from '#web/videos/preview.tsx'
import type { AssetRef } from '#web/videos/use-asset.ts'
import { CaptionsBar } from './captions-bar.tsx'
import styles from './captions-editor.module.css'
import { CueList } from './cue-list.tsx'
import { useCurrentCue } from './use-current-cue.ts'
import { words } from './words/en.ts'

interface Props {
  readonly asset: Asset
  readonly of: AssetRef
  readonly language: string
  readonly saved: SavedCaptions
  readonly mediaReady: boolean
  readonly reopen: () => Promise<unknown>
}

/** Captions beside the video that they belong to. */
export function CaptionsEditor({ asset, of, language, saved, mediaReady, reopen }: Props) {
  const editing = useCaptions(of, language, saved)
  const control = usePreviewControl()
  const { cues, change, undo, redo } = editing
  const [selected, setSelected] = useState<number | null>(null)
  const current = useCurrentCue(control, cues)
  const source = asset.source
  const durationMs = source ? source.durationSeconds * 1000 : null
  const warnings = useMemo(
    () => new Map(cues.map((cue, at) => [cue.id, warningsOf(cue, cues[at - 1], durationMs)])),
    [cues, durationMs],
  )
  const wrong = cues.filter(({ id }) => warnings.get(id)?.some(({ weight }) => weight === 'wrong'))
  const hints = cues.filter(({ id }) => warnings.get(id)?.some(({ weight }) => weight === 'hint'))
  const nowMs = useCallback(() => {
    const seconds = control.now()
    return seconds === null ? null : Math.round(seconds * 1000)
  }, [control])

  const act = {
    select: useCallback(
      (id: number | null, seekTo?: number) => {
        setSelected(id)
        if (seekTo !== undefined) control.seek(seekTo / 1000)
      },
      [control],
    ),
    change,
    nowMs,
    play: useCallback(
      (fromMs: number, toMs: number) => control.playRange(fromMs / 1000, toMs / 1000),
      [control],
    ),
    split: useCallback(
      (id: number, offset: number) => {
        let added: number | null = null
        change((before) => {
          const split = splitCue(before, id, offset, nowMs())
          added = split?.added.id ?? null
          return split?.cues ?? before
        })
        if (added !== null) setSelected(added)
      },
      [change, nowMs],
    ),
    merge: useCallback((id: number) => change((before) => mergeWithNext(before, id)), [change]),
    remove: useCallback(
      (id: number) => {
        const at = cues.findIndex((cue) => cue.id === id)
        setSelected(cues[at + 1]?.id ?? cues[at - 1]?.id ?? null)
        change((before) => removeCue(before, id))
      },
      [change, cues],
    ),
  }

  const add = () => {
    const at = nowMs() ?? cues.at(-1)?.endMs ?? 0
    const { cues: more, added } = addCue(cues, at)
    change(() => more)
    setSelected(added.id)
  }
  const step = (by: 1 | -1) => {
    const at = cues.findIndex(({ id }) => id === selected)
    const next = cues[at + by]
    if (next) return act.select(next.id, next.startMs)
    const last = cues[at]
    if (by === 1 && last && last.text.trim() !== '') {
      const { cues: more, added } = addAfter(cues, last.id)
      change(() => more)
      act.select(added.id, added.startMs)
    }
  }
  const save = () => {
    const first = wrong[0]
    if (first) setSelected(first.id)
    else if (cues.length > 0) editing.save()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey
    const key = shortcutKey(event)
    const run =
      command && key === 'enter'
        ? () => step(event.shiftKey ? -1 : 1)
        : command && key === 's'
          ? save
          : command && key === 'z'
            ? event.shiftKey
              ? redo
              : undo
            : command && key === 'y'
              ? redo
              : event.shiftKey && key === ' '
                ? control.toggle
                : null
    if (!run) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }

  return (
    <div onKeyDownCapture={onKeyDown}>
      <CaptionsBar
        editing={editing}
        fileName={`${asset.fileName.replace(/\.[^.]*$/, '')}.${language}.vtt`}
        wrong={wrong.length}
        hints={hints.length}
        toFirstHint={() => {
          const first = wrong[0] ?? hints[0]
          if (first) act.select(first.id, first.startMs)
        }}
        add={add}
        save={save}
      />
      <div className={styles.grid}>
        <div className={styles.preview}>
          {asset.hlsUrl && mediaReady ? (
            <div className={styles.screen}>
              <Preview asset={asset} control={control} reopen={reopen} withoutCaptions />
              {current !== null && (
                <p className={styles.overlay} lang={language} dir="auto">
                  {editing.byId.get(current)?.text.replace(/<[^>]*>/g, '')}
                </p>
              )}
            </div>
          ) : (
            <PlayerSpace>
              <p>{asset.liveVersion === null ? words.previewLater : words.previewOpens}</p>
            </PlayerSpace>
          )}
          <dl className={`${styles.keys} quiet`}>
            {Object.values(words.shortcuts).map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </div>
        <CueList
          cues={cues}
          warnings={warnings}
          issues={editing.issues}
          selected={selected}
          current={current}
          language={language}
          act={act}
          addFirst={add}
        />
      </div>
    </div>
  )
}
