import { Button, CopyButton } from '@mantine/core'
import type { Asset } from '#contract/videos/asset'
import { WhenInWords } from '#web/ui/when-in-words.tsx'
import { bytesInWords, durationInWords, sizeInWords } from '#web/ui/words.ts'
import { languageInWords } from '#web/videos/asset-words.ts'

/** What was uploaded. */
export function AssetSource({ asset }: { asset: Asset }) {
  const { source } = asset
  const facts: [string, string][] = source
    ? [
        ['Length', durationInWords(source.durationSeconds)],
        [
          'Picture',
          `${source.width} × ${source.height}, ${rate(source.frameRate)} frames a second`,
        ],
        ['Format', `${source.container}, ${source.videoCodec}`],
        [
          'Sound',
          source.audio.length === 0
            ? 'None: this video is silent'
            : source.audio
                .map(({ language, channels }) =>
                  [
                    language === 'und' ? null : languageInWords(language),
                    channels === 1 ? 'mono' : channels === 2 ? 'stereo' : `${channels} channels`,
                  ]
                    .filter(Boolean)
                    .join(', '),
                )
                .join('; '),
        ],
      ]
    : []
  return (
    <section className="side-part" aria-label="Source">
      <h2>Source</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>Size</dt>
          <dd>{bytesInWords(asset.sizeBytes)}</dd>
        </div>
        <div>
          <dt>Uploaded</dt>
          <dd>
            <WhenInWords instant={asset.createdAt} />
          </dd>
        </div>
        <div>
          <dt>Kept as</dt>
          <dd>
            <code dir="auto">{asset.sourceKey}</code>
          </dd>
        </div>
      </dl>
    </section>
  )
}

const rate = (frames: number) => Number(frames.toFixed(2))

export function AssetRenditions({ asset }: { asset: Asset }) {
  if (asset.rungs.length === 0) return null
  return (
    <section className="side-part" aria-label="Renditions">
      <h2>Renditions</h2>
      <table className="renditions">
        <thead>
          <tr>
            <th>Name</th>
            <th>Size</th>
            <th>At most</th>
          </tr>
        </thead>
        <tbody>
          {[...asset.rungs].reverse().map(({ name, width, height, maxBitrate }) => (
            <tr key={name}>
              <td>{sizeInWords({ width, height })}</td>
              <td>
                {width} × {height}
              </td>
              <td>{(maxBitrate / 1e6).toFixed(1)} Mbit/s</td>
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
    <section className="side-part" aria-label="Addresses">
      <h2>Addresses</h2>
      <ul className="addresses">
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
                  aria-label={copied ? `${name} address copied` : `Copy ${name} address`}
                >
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </li>
        ))}
      </ul>
      <p className="quiet">
        They stay the same for every version, and play for whoever has the course open.
      </p>
    </section>
  )
}
