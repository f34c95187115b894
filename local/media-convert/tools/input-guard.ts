/**
 * The containers that MediaConvert reads. Uploads are hostile: without this list a "video" that is
 * a playlist or a script of ffmpeg's would make it open other files of this machine.
 */
export const INPUT_GUARD = [
  '-format_whitelist',
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mxf,mpegts,mpeg,avi,wav,mp3,flac,ogg,asf,aac,ac3,eac3',
]

/** Only local files, whatever the source refers to. */
export const LOCAL_ONLY = ['-protocol_whitelist', 'file']
