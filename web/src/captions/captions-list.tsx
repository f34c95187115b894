import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Asset } from '#contract/videos/asset'
import { call, routes } from '#web/api/client.ts'
import { DeleteButton } from '#web/ui/delete-button.tsx'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { languageInWords } from '#web/videos/asset-words.ts'
import { type AssetRef, useAssetChange } from '#web/videos/use-asset.ts'
import { AddCaptions } from './add-captions.tsx'
import styles from './captions.module.css'
import { words } from './words/en.ts'

/** An asset's captions by language, and the ways to more. */
export function CaptionsList({ asset, of }: { asset: Asset; of: AssetRef }) {
  const { mutate, error } = useAssetChange(of)
  const [adding, setAdding] = useState(false)
  const { captions } = asset
  const silent = asset.source?.audio.length === 0
  return (
    <section className={layout.panel} aria-label={words.captions}>
      <div className={layout.titleRow}>
        <h2>{words.captions}</h2>
        {!adding && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )}
      </div>
      {captions.length === 0 && !adding && (
        <p className="quiet">{silent ? words.noneOfSilent : words.none}</p>
      )}
      {adding && <AddCaptions asset={asset} of={of} close={() => setAdding(false)} />}
      <ul className={layout.rows}>
        {captions.map(({ language, label, cueCount, updatedAt }) => (
          <li key={language} className={styles.track}>
            <div>
              <Link
                to="/teach/$courseId/videos/$assetId/captions/$language"
                params={{ ...of, language }}
              >
                <bdi>{label}</bdi>
              </Link>
              <span className="quiet">
                {languageInWords(language)} · {words.cues(cueCount)} ·{' '}
                {words.changed(<WhenInWords key="when" instant={updatedAt} />)}
              </span>
            </div>
            <DeleteButton
              label={words.remove(label)}
              question={words.removeAsked(<bdi key="label">{label}</bdi>)}
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
