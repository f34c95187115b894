import type { EncodedAudio, EncodedVideo } from './hls-playlists.ts'
import type { ThumbnailSheets } from './thumbnail-sheets.ts'

/** The manifest of the same segments for DASH, with a set for each language and one of thumbnails. */
export function dashManifest(encoded: {
  readonly videos: readonly EncodedVideo[]
  readonly audios: readonly EncodedAudio[]
  readonly thumbnails: ThumbnailSheets | null
  readonly frameRate: { readonly numerator: number; readonly denominator: number }
  readonly seconds: number
}): string {
  const { videos, audios, thumbnails, seconds } = encoded
  const { numerator, denominator } = encoded.frameRate
  const frameRate = denominator === 1 ? `${numerator}` : `${numerator}/${denominator}`
  const longest = Math.max(
    1,
    ...videos.flatMap(({ rendition }) => rendition.segments.map((segment) => segment.seconds)),
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="static" mediaPresentationDuration="PT${seconds.toFixed(3)}S" maxSegmentDuration="PT${longest.toFixed(3)}S" minBufferTime="PT${longest.toFixed(3)}S">`,
    '<Period id="0" start="PT0S">',
    '<AdaptationSet id="0" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1">',
    ...videos.map(
      ({ plan, rendition }, index) =>
        `<Representation id="${index}" bandwidth="${rendition.bandwidth.peak}" codecs="${rendition.codecs}" width="${plan.width}" height="${plan.height}" frameRate="${frameRate}" sar="1:1">${rendition.template}</Representation>`,
    ),
    '</AdaptationSet>',
    ...audios.map((audio, index) => audioSet(audio, videos.length + index)),
    ...(thumbnails ? [thumbnailSet(thumbnails, videos.length + audios.length)] : []),
    '</Period>',
    '</MPD>',
    '',
  ].join('\n')
}

function audioSet({ plan, rendition }: EncodedAudio, id: number): string {
  const language = plan.language === null ? '' : ` lang="${plan.language}"`
  return [
    `<AdaptationSet id="${id}" contentType="audio" mimeType="audio/mp4"${language} segmentAlignment="true" startWithSAP="1">`,
    `<Role schemeIdUri="urn:mpeg:dash:role:2011" value="${plan.isDefault ? 'main' : 'alternate'}"/>`,
    `<Label>${plan.label}</Label>`,
    `<Representation id="${id}" bandwidth="${rendition.bandwidth.peak}" codecs="${rendition.codecs}" audioSamplingRate="48000">`,
    '<AudioChannelConfiguration schemeIdUri="urn:mpeg:dash:23003:3:audio_channel_configuration:2011" value="2"/>',
    rendition.template,
    '</Representation>',
    '</AdaptationSet>',
  ].join('\n')
}

/** DASH-IF IOP 4.3, 6.2.6. */
function thumbnailSet(thumbnails: ThumbnailSheets, id: number): string {
  const { width, height, columns, rows, interval, bandwidth } = thumbnails
  const duration = Math.round(interval * columns * rows * 1000)
  return [
    `<AdaptationSet id="${id}" contentType="image" mimeType="image/jpeg">`,
    `<SegmentTemplate media="index_thumbnails_$Number%09d$.jpg" timescale="1000" duration="${duration}" startNumber="1"/>`,
    `<Representation id="thumbnails" bandwidth="${bandwidth.peak}" width="${width * columns}" height="${height * rows}">`,
    `<EssentialProperty schemeIdUri="http://dashif.org/guidelines/thumbnail_tile" value="${columns}x${rows}"/>`,
    '</Representation>',
    '</AdaptationSet>',
  ].join('\n')
}
