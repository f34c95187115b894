import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { LineProblem } from '#contract/http/said'
import type { Asset } from '#contract/videos/asset'
import { ApiError, call, routes } from '#web/api/client.ts'
import { closestLanguage } from '#web/ui/closest-language.ts'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { inWords } from '#web/videos/in-words.ts'
import { type AssetRef, useAssetChange } from '#web/videos/use-asset.ts'
import { keepDraft } from './caption-drafts.ts'
import styles from './captions.module.css'
import { languageChoices, languageOfFile, languageTag, ownName } from './languages.ts'
import { lineIssues } from './server-issues.ts'
import { words } from './words/en.ts'

type SavedCaptions = Asset & {
  readonly leftOut: readonly LineProblem[]
}

interface Props {
  readonly asset: Asset
  readonly of: AssetRef
  readonly close: () => void
}

const OTHER = 'other'

/** Captions of one more language, from a file or from nothing. */
export function AddCaptions({ asset, of, close }: Props) {
  const navigate = useNavigate()
  const { mutate, isPending, error, data } = useAssetChange<SavedCaptions>(of)
  const picker = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(() => firstMissing(asset))
  const [tag, setTag] = useState('')
  const [file, setFile] = useState<{ name: string; text: string } | null>(null)
  const named = languageTag(chosen === OTHER ? tag : chosen)
  const good = named !== null
  const language = named ?? ''
  const exists = asset.captions.some((track) => track.language === language)
  const edit = () =>
    void navigate({
      to: '/teach/$courseId/videos/$assetId/captions/$language',
      params: { ...of, language },
    })
  const take = async (given: File) => {
    setFile({ name: given.name, text: await given.text() })
    const named = languageOfFile(given.name)
    if (!named) return
    const known = languageChoices().some(({ value }) => value === named)
    setChosen(known ? named : OTHER)
    if (!known) setTag(named)
  }
  const send = (text: string) =>
    mutate(() => call(routes.putCaptions, { params: { ...of, language }, body: { text } }), {
      onSuccess: ({ leftOut }) => leftOut.length === 0 && close(),
    })
  const mend = (text: string) => {
    keepDraft(of.assetId, language, {
      text,
      label: ownName(language),
      revision: 0,
      at: new Date().toISOString(),
    })
    edit()
  }
  if (data && data.leftOut.length > 0)
    return (
      <div className={styles.add} role="status">
        <p>{words.savedWithout(data.leftOut.length)}</p>
        <ul>
          {data.leftOut.map((problem) => (
            <li key={problem.line}>{words.atLine(problem.line, inWords(problem))}</li>
          ))}
        </ul>
        <div className={layout.actions}>
          <Button onClick={close}>{words.close}</Button>
        </div>
      </div>
    )
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (!good) return
        if (file) send(file.text)
        else edit()
      }}
    >
      <NativeSelect
        label={words.language}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[...languageChoices(), { value: OTHER, label: words.otherLanguage }]}
      />
      {chosen === OTHER && (
        <TextInput
          label={words.tag}
          description={words.tagExamples}
          value={tag}
          onChange={(event) => setTag(event.currentTarget.value)}
          error={tag !== '' && !good && words.noTag}
        />
      )}
      {exists && <p className="quiet">{words.exist}</p>}
      {file && <p dir="auto">{file.name}</p>}
      {error && (
        <div role="alert" className="problem">
          <p>{messageOf(error)}</p>
          {error instanceof ApiError && error.issues.length > 0 && (
            <ul>
              {lineIssues(error.issues).map(({ line, message }) => (
                <li key={`${line} ${message}`}>
                  {line === null ? message : words.atLine(line, message)}
                </li>
              ))}
            </ul>
          )}
          {file && (
            <Button variant="default" size="compact-md" onClick={() => mend(file.text)}>
              {words.mend}
            </Button>
          )}
        </div>
      )}
      <div className={layout.actions}>
        {file ? (
          <Button type="submit" disabled={!good} loading={isPending}>
            {words.use(<bdi key="file">{file.name}</bdi>)}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => picker.current?.click()}>
              {words.choose}
            </Button>
            <Button type="submit" variant="default" disabled={!good}>
              {exists ? words.edit : words.write}
            </Button>
          </>
        )}
        <Button variant="subtle" color="gray" onClick={close}>
          {words.cancel}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".vtt,.srt,text/vtt,application/x-subrip"
          hidden
          aria-label={words.chooseHidden}
          onChange={(event) => {
            const given = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (given) void take(given)
          }}
        />
      </div>
    </form>
  )
}

/** The sound's language, the reader's own or English, whichever is missing first. */
function firstMissing({ source, captions }: Asset): string {
  const choices = languageChoices().map(({ value }) => ({ language: value }))
  const spoken = source?.audio[0]?.language
  const wanted = [...(spoken ? [spoken] : []), ...navigator.languages, 'en']
  return (
    wanted
      .flatMap((tag) => closestLanguage(choices, [tag])?.language ?? [])
      .find((language) => !captions.some((track) => track.language === language)) ?? 'en'
  )
}
