/** ffmpeg's codec names in MediaConvert's words. */
const CODECS: Readonly<Record<string, string>> = {
  h264: 'AVC',
  hevc: 'HEVC',
  av1: 'AV1',
  vp8: 'VP8',
  vp9: 'VP9',
  mpeg1video: 'MPEG1',
  mpeg2video: 'MPEG2',
  mpeg4: 'MP4V',
  h263: 'H263',
  prores: 'PRORES',
  dnxhd: 'VC3',
  dvvideo: 'DV',
  vc1: 'VC1',
  mjpeg: 'MJPEG',
  jpeg2000: 'JPEG2000',
  qtrle: 'QTRLE',
  rawvideo: 'UNCOMPRESSED',
  theora: 'THEORA',
  aac: 'AAC',
  ac3: 'AC3',
  eac3: 'EAC3',
  mp3: 'MP3',
  mp2: 'MP2',
  opus: 'OPUS',
  vorbis: 'VORBIS',
  flac: 'FLAC',
  amr_nb: 'AMR',
  amr_wb: 'AMR',
  wmav1: 'WMA',
  wmav2: 'WMA2',
  wmapro: 'WMAPRO',
}

/** What MediaConvert cannot decode is UNKNOWN to its probe, and no track to its jobs. */
export const codecOf = (name: string): string =>
  name.startsWith('pcm_') ? 'PCM' : (CODECS[name] ?? 'UNKNOWN')
