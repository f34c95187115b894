import { Button, CopyButton } from '@mantine/core'
import type { Asset } from '#contract/videos/asset'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { bytesInWords, durationInWords, sizeInWords } from '#web/ui/words.ts'
import { languageInWords } from '#web/videos/asset-words.ts'
import { locale } from '#web/words/language.ts'
import styles from './asset.module.css'
import { words } from './words/en.ts'

/** What was uploaded. */
export function AssetSource({ asset }: { asset: Asset }) {
  const { source } = asset
  const facts: [string, string][] = source
    ? [
        [words.length, durationInWords(source.durationSeconds)],
        [words.picture, words.pictureOf(source.width, source.height, figure(source.frameRate, 2))],
        [words.format, `${source.container}, ${source.videoCodec}`],
        [
          words.sound,
          source.audio.length === 0
            ? words.silent
            : source.audio
                .map(({ language, channels }) =>
                  [
                    language === 'und' ? null : languageInWords(language),
                    channels === 1
                      ? words.mono
                      : channels === 2
                        ? words.stereo
                        : words.channels(channels),
                  ]
                    .filter(Boolean)
                    .join(', '),
                )
                .join('; '),
        ],
      ]
    : []
  return (
    <section className={styles.part} aria-label={words.source}>
      <h2>{words.source}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{words.size}</dt>
          <dd>{bytesInWords(asset.sizeBytes)}</dd>
        </div>
        <div>
          <dt>{words.uploaded}</dt>
          <dd>
            <WhenInWords instant={asset.createdAt} />
          </dd>
        </div>
        <div>
          <dt>{words.keptAs}</dt>
          <dd>
            <code dir="auto">{asset.sourceKey}</code>
          </dd>
        </div>
      </dl>
    </section>
  )
}

const figure = (value: number, digits: number, least = 0) =>
  value.toLocaleString(locale, { minimumFractionDigits: least, maximumFractionDigits: digits })

export function AssetRenditions({ asset }: { asset: Asset }) {
  if (asset.rungs.length === 0) return null
  return (
    <section className={styles.part} aria-label={words.renditions}>
      <h2>{words.renditions}</h2>
      <table className={styles.renditions}>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th>{words.size}</th>
            <th>{words.atMost}</th>
          </tr>
        </thead>
        <tbody>
          {[...asset.rungs].reverse().map(({ name, width, height, maxBitrate }) => (
            <tr key={name}>
              <td>{sizeInWords({ width, height })}</td>
              <td>
                {width} × {height}
              </td>
              <td>{words.bitrate(figure(maxBitrate / 1e6, 1, 1))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** For those who embed or test it elsewhere: it plays only with the course's cookies. */
export function AssetAddresses({ asset }: { asset: Asset }) {
  const addresses = [
    { name: 'HLS', url: asset.hlsUrl },
    { name: 'DASH', url: asset.dashUrl },
  ].flatMap(({ name, url }) =>
    url ? [{ name, url: new URL(url, `${location.origin}/`).href }] : [],
  )
  if (addresses.length === 0) return null
  return (
    <section className={styles.part} aria-label={words.addresses}>
      <h2>{words.addresses}</h2>
      <ul className={styles.addresses}>
        {addresses.map(({ name, url }) => (
          <li key={name}>
            <span dir="auto">{name}</span>
            <code title={url}>{url}</code>
            <CopyButton value={url}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={copy}
                  aria-label={copied ? words.addressCopied(name) : words.copyAddress(name)}
                >
                  {copied ? words.copied : words.copy}
                </Button>
              )}
            </CopyButton>
          </li>
        ))}
      </ul>
      <p className="quiet">{words.addressesStay}</p>
    </section>
  )
}
