import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Asset } from '#contract/videos/asset'
import { ApiError, call, routes } from '#web/api/client.ts'
import { fileKey } from '#web/api/file-key.ts'
import { type AssetRef, useAssetChange } from '#web/videos/use-asset.ts'
import { dropDraft, keepDraft, readDraft } from './caption-drafts.ts'
import { type Cue, parseCaptions, writeCaptions } from './cues/captions-text.ts'
import type { Cues } from './cues/edit-cues.ts'
import { changed, redone, startHistory, type UndoHistory, undone } from './cues/undo-history.ts'
import { words } from './cues/words/en.ts'
import { ownName } from './languages.ts'
import { cueAtLine, type LineIssue, lineIssues } from './server-issues.ts'

const KEEP_MS = 600

/** The captions as they are saved, read by the cookies of the course's media. */
export const useSavedCaptions = (asset: Asset | undefined, language: string, ready: boolean) => {
  const track = asset?.captions.find((one) => one.language === language)
  return useQuery({
    queryKey: fileKey(track?.url, language, track?.revision ?? 0),
    enabled: asset !== undefined && (track === undefined || ready),
    staleTime: Number.POSITIVE_INFINITY,
    // Saving makes a new revision: the editor stays where it is meanwhile.
    placeholderData: keepPreviousData,
    queryFn: async () => {
      if (!track) return { text: '', label: ownName(language), revision: 0 }
      const answer = await fetch(new URL(track.url, `${location.origin}/`), {
        credentials: 'same-origin',
      })
      if (!answer.ok) throw new Error(words.notFetched(answer.status))
      return { text: await answer.text(), label: track.label, revision: track.revision }
    },
  })
}

export interface SavedCaptions {
  readonly text: string
  readonly label: string
  readonly revision: number
}

/** Captions being edited: undone and redone, kept by this browser until they are saved. */
export function useCaptions(of: AssetRef, language: string, saved: SavedCaptions) {
  const [{ draft, read }] = useState(() => {
    const kept = readDraft(of.assetId, language)
    return { draft: kept, read: parseCaptions(kept?.text ?? saved.text) }
  })
  const [history, setHistory] = useState<UndoHistory<Cues>>(() => startHistory(read.cues))
  const [label, setLabel] = useState(draft?.label ?? saved.label)
  const [base, setBase] = useState({ cues: draft ? null : read.cues, label: saved.label })
  const [unread, setUnread] = useState<readonly LineIssue[]>(read.problems)
  const [restored, setRestored] = useState(draft)
  const [issues, setIssues] = useState<ReadonlyMap<number, string>>(new Map())
  const saving = useAssetChange(of)
  const cues = history.present
  const dirty = cues !== base.cues || label !== base.label
  /** The revision that these began from. */
  const [began, setBegan] = useState(draft?.revision ?? saved.revision)
  const overtaken = saved.revision > began

  useEffect(() => {
    if (!dirty) return
    const keep = () =>
      keepDraft(of.assetId, language, {
        text: writeCaptions(cues).text,
        label,
        revision: began,
        at: new Date().toISOString(),
      })
    const timer = setTimeout(keep, KEEP_MS)
    addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      removeEventListener('pagehide', keep)
    }
  }, [dirty, cues, label, began, of.assetId, language])

  const change = useCallback((next: (cues: Cues) => Cues, about: string | null = null) => {
    setHistory((before) => changed(before, next(before.present), about))
  }, [])

  const takeSaved = useCallback(() => {
    dropDraft(of.assetId, language)
    const fresh = parseCaptions(saved.text).cues
    setHistory(startHistory(fresh))
    setBase({ cues: fresh, label: saved.label })
    setLabel(saved.label)
    setRestored(null)
    setUnread([])
    setBegan(saved.revision)
  }, [of.assetId, language, saved])
  // Nothing of one's own is lost by showing what somebody else has saved.
  useEffect(() => {
    if (overtaken && !dirty && !saving.isPending) takeSaved()
  }, [overtaken, dirty, saving.isPending, takeSaved])

  const save = () => {
    const written = writeCaptions(cues)
    setIssues(new Map())
    saving.mutate(
      async () => {
        const asset = await call(routes.putCaptions, {
          params: { ...of, language },
          body: {
            text: written.text,
            label: label.trim() || ownName(language),
            // Of what is newer the person was told.
            revision: Math.max(began, saved.revision),
          },
        })
        dropDraft(of.assetId, language)
        return asset
      },
      {
        onSuccess: (asset) => {
          setBase({ cues, label })
          setRestored(null)
          setUnread([])
          setBegan(asset.captions.find((track) => track.language === language)?.revision ?? began)
        },
        onError: (error) => setIssues(issuesByCue(error, written.lines)),
      },
    )
  }

  return {
    cues,
    label,
    dirty,
    /** What an earlier visit left unsaved; null once it was saved or thrown away. */
    restored,
    /** Whether somebody saved other captions since these began. */
    overtaken,
    unread,
    issues,
    saving,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change,
    setLabel,
    save,
    undo: useCallback(() => setHistory(undone), []),
    redo: useCallback(() => setHistory(redone), []),
    throwAway: takeSaved,
    replaceAll: (text: string) => {
      const given = parseCaptions(text)
      setHistory((before) => changed(before, given.cues))
      setUnread(given.problems)
    },
    byId: useMemo(() => new Map(cues.map((cue) => [cue.id, cue])), [cues]),
  }
}
export type CaptionsEditing = ReturnType<typeof useCaptions>

function issuesByCue(error: unknown, lines: ReadonlyMap<Cue['id'], number>) {
  const byCue = new Map<number, string>()
  if (error instanceof ApiError)
    for (const { line, message } of lineIssues(error.issues)) {
      const cue = line === null ? null : cueAtLine(lines, line)
      if (cue !== null) byCue.set(cue, message)
    }
  return byCue
}
