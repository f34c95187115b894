import { describe, expect, it } from 'vitest'
import { folderBelowCourse, sortFiles } from '#web/uploads/sort-files.ts'

const file = (path: string, size = 10, type = '') => {
  const parts = path.split('/')
  return { file: { name: parts.pop() ?? '', size, type }, folder: parts.join('/') }
}
const sorted = (...paths: string[]) => {
  const { videos, captions, loose, skipped } = sortFiles(paths.map((path) => file(path)))
  return {
    videos: videos.map((one) => one.file.name),
    captions: captions.map(({ chosen, beside }) => [chosen.file.name, beside.file.name]),
    loose: loose.map((one) => [one.folder, one.file.name].join('/')),
    skipped: skipped.map(({ name }) => name),
  }
}

describe('files that were chosen or dropped', () => {
  it('go as videos by their extension or their type', () => {
    expect(sorted('a.mp4', 'b.MKV', 'notes.pdf')).toEqual({
      videos: ['a.mp4', 'b.MKV'],
      captions: [],
      loose: [],
      skipped: ['notes.pdf'],
    })
    expect(sortFiles([file('strange', 10, 'video/x-new')]).videos).toHaveLength(1)
  })

  it('take captions and chapters along with the video of the same name in the same folder', () => {
    const { captions, loose } = sorted(
      'one/kernel.mp4',
      'one/kernel.vtt',
      'one/kernel.pt-BR.srt',
      'one/kernel.chapters.vtt',
      'two/kernel.vtt',
      'one/kernel two.vtt',
    )
    expect(captions).toEqual([
      ['kernel.vtt', 'kernel.mp4'],
      ['kernel.pt-BR.srt', 'kernel.mp4'],
      ['kernel.chapters.vtt', 'kernel.mp4'],
    ])
    expect(loose).toEqual(['two/kernel.vtt', 'one/kernel two.vtt'])
  })

  it('match however accents are written, in folders too', () => {
    const { captions } = sorted('Día/canción.mp4', 'Día/canción.es.srt'.normalize('NFD'))
    expect(captions).toHaveLength(1)
  })

  it('do not give captions to a video whose name merely begins alike', () => {
    expect(sorted('kernel.mp4', 'kernel.en.mp4', 'kernel.en.vtt').captions).toEqual([
      ['kernel.en.vtt', 'kernel.mp4'],
    ])
    expect(sorted('kernel.mp4', 'kernels.vtt').captions).toEqual([])
  })

  it('are sent in the order that their numbers tell', () => {
    expect(sorted('b/10 End.mp4', 'b/9 Middle.mp4', 'a/2.mp4').videos).toEqual([
      '2.mp4',
      '9 Middle.mp4',
      '10 End.mp4',
    ])
  })

  it('leave out hidden and system files, wherever they lie, and empty ones, each with its reason', () => {
    const { videos, skipped } = sortFiles([
      file('.DS_Store'),
      file('a/._clip.mp4'),
      file('__MACOSX/clip.mp4'),
      file('.git/clip.mp4'),
      file('Thumbs.db'),
      file('empty.mp4', 0),
    ])
    expect(videos).toEqual([])
    expect(skipped).toHaveLength(6)
    expect(skipped.at(-1)?.why).toMatch(/empty/)
  })

  it('lie below the course, also when the course’s own folder was dropped', () => {
    expect(folderBelowCourse('linear-algebra/02 Maps', 'linear-algebra')).toBe('02 Maps')
    expect(folderBelowCourse('02 Maps', 'linear-algebra')).toBe('02 Maps')
    expect(folderBelowCourse('', undefined)).toBe('')
  })
})
