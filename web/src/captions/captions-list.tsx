import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Asset } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import { DeleteButton } from '#web/ui/delete-button.tsx'
import { messageOf } from '#web/ui/notices.tsx'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { count } from '#web/ui/words.ts'
import { languageInWords } from '#web/videos/asset-words.ts'
import { type AssetRef, useAssetChange } from '#web/videos/use-asset.ts'
import { AddCaptions } from './add-captions.tsx'

/** An asset's captions by language, and the ways to more. */
export function CaptionsList({ asset, of }: { asset: Asset; of: AssetRef }) {
  const { mutate, error } = useAssetChange(of)
  const [adding, setAdding] = useState(false)
  const { captions } = asset
  const silent = asset.source?.audio.length === 0
  return (
    <section className="panel" aria-label="Captions">
      <div className="title-row">
        <h2>Captions</h2>
        {!adding && (
          <Button variant="default" onClick={() => setAdding(true)}>
            Add captions
          </Button>
        )}
      </div>
      {captions.length === 0 && !adding && (
        <p className="quiet">
          {silent
            ? 'This video is silent and has no captions yet. Add captions, so that everybody learns what it shows.'
            : 'It has no captions yet. They help whoever cannot hear it, and give the transcript and its search.'}
        </p>
      )}
      {adding && <AddCaptions asset={asset} of={of} close={() => setAdding(false)} />}
      <ul className="rows">
        {captions.map(({ language, label, cueCount, updatedAt }) => (
          <li key={language} className="caption-track">
            <div>
              <Link
                to="/teach/$courseId/videos/$assetId/captions/$language"
                params={{ ...of, language }}
              >
                <bdi>{label}</bdi>
              </Link>
              <span className="quiet">
                {languageInWords(language)} · {count(cueCount, 'caption')} · changed{' '}
                <WhenInWords instant={updatedAt} />
              </span>
            </div>
            <DeleteButton
              what={`captions in ${label}`}
              onDelete={() =>
                mutate(() => call(routes.deleteCaptions, { params: { ...of, language } }))
              }
            />
          </li>
        ))}
      </ul>
      {error && (
        <p role="alert" className="problem">
          {messageOf(error)}
        </p>
      )}
    </section>
  )
}
