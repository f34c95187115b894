import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { circles, folderOf, importedWithin, LAYERS, layers, sourcesOf } from './sources.ts'

/**
 * The folders of each layer from the ground up: a folder may import those that stand before it. The
 * nouns are those of the design's map.
 */
const ORDER = {
  contract: [
    'capacity',
    'platform',
    'events',
    'words',
    'people',
    'http',
    'http/words',
    'files',
    'files/words',
    'memberships',
    'memberships/words',
    'articles',
    'articles/markdown',
    'captions',
    'captions/words',
    'lessons/gate',
    'lessons/kinds',
    'lessons/rules',
    'lessons',
    'lessons/words',
    'videos',
    'videos/words',
    'courses/properties',
    'courses',
    'courses/publishing',
    'courses/copying',
    'courses/words',
    'enrolments',
    'progress',
    'progress/words',
    'reports',
    'uploads',
    'uploads/words',
    '.',
    'bursts/kinds',
    'bursts',
  ],
  core: [
    'platform',
    'access',
    'people',
    'memberships',
    'videos/source',
    'lessons/kinds',
    'progress',
    'enrolments',
    'reports/rows',
    'reports/facts',
    'reports/promises',
    'reports/titles',
    'reports/answers',
    'reports',
    'reports/backfill',
    'reports/dimensions',
    'captions/format',
    'videos/playback',
    'videos/life',
    'videos/encode',
    'videos/watch',
    'videos/removal',
    'videos',
    'captions',
    'lessons',
    'videos/intake',
    'uploads',
    'files/content',
    'files',
    'courses/properties',
    'courses',
    'courses/versions',
    'courses/publishing/kinds',
    'courses/publishing',
    'courses/preview',
    'courses/copying',
    'bursts/kinds',
    'bursts',
    '.',
  ],
  adapters: [
    'platform',
    'storage/structure',
    'storage',
    'storage/files',
    'images',
    'transcoder',
    'queue',
    'metrics',
    'identity',
    'events',
    'edge',
    'dynamo',
    'dynamo/videos',
    'dynamo/uploads',
    'dynamo/files',
    'dynamo/progress',
    'dynamo/lessons',
    'dynamo/enrolments',
    'dynamo/publishing',
    'dynamo/courses',
    'dynamo/copying',
    'dynamo/people',
    'dynamo/memberships',
    'dynamo/bursts',
    'autoscaling',
    'warehouse',
    'cache/client',
    'cache/levels',
    'cache',
  ],
  local: [
    'http',
    'assembly',
    'children',
    'build',
    'demo',
    'service',
    'aws-api',
    'secrets',
    'dynamo',
    'valkey',
    'queues',
    'cloudwatch',
    'lambda',
    'events',
    's3/request',
    's3/store',
    's3',
    'glue',
    'firehose',
    'athena',
    'media-convert/tools',
    'media-convert/probe',
    'media-convert/jobs',
    'media-convert/plan',
    'media-convert/encode',
    'media-convert',
    'cognito',
    'custom-resources',
    'event-sources',
    'firewall',
    'gateway',
    'application-auto-scaling',
    'edge/answers',
    'edge/viewer',
    'edge',
    'cloud',
    'launch',
    '.',
  ],
  load: [
    'command',
    'plot',
    'model/people',
    'model',
    'prices',
    'plan/queueing',
    'plan/figures',
    'plan/parts',
    'plan',
    'plan/recording',
    'plan/cost/lines',
    'plan/cost',
    'plan/report',
    'plan/page',
    'simulation/engine',
    'simulation/aws',
    'simulation/traffic',
    'simulation',
    'simulation/report',
    'scenarios/user',
    'scenarios',
    'calibration',
  ],
  web: [
    'words',
    'ui/moments',
    'ui/words',
    'ui/words/money',
    'ui/words/delete',
    'ui/words/when',
    'ui',
    '.',
    'page/words',
    'api/words',
    'early',
    'people/words',
    'people',
    'api',
    'player/words',
    'player/state',
    'player/keys',
    'player/text',
    'player/stream',
    'player/menu',
    'player/controls',
    'player/telemetry',
    'player',
    'ui/fields/words',
    'ui/fields',
    'memberships/words',
    'memberships/words/mine',
    'memberships',
    'uploads/words',
    'uploads',
    'uploads/sendings',
    'files/words',
    'files/words/types',
    'files',
    'articles/words',
    'articles/parts',
    'articles',
    'articles/editor/words',
    'articles/editor/model',
    'articles/editor/figures',
    'articles/editor/films',
    'articles/editor/schema',
    'articles/editor',
    'progress',
    'documents/words',
    'documents/model',
    'documents/pdf',
    'documents',
    'videos/words',
    'videos',
    'courses/words',
    'courses/words/facts',
    'courses/cover',
    'courses',
    'uploads/intake/words',
    'uploads/intake',
    'videos/library/words',
    'videos/library',
    'reports/words',
    'reports/words/my',
    'reports/words/site',
    'reports/charts',
    'reports',
    'reports/section',
    'captions/cues/words',
    'captions/cues',
    'captions/words',
    'captions',
    'videos/asset/words',
    'videos/asset',
    'uploads/tray/words',
    'uploads/tray',
    'enrolments/words',
    'enrolments',
    'lessons/kinds/words',
    'lessons/kinds',
    'lessons/gate/words',
    'lessons/gate',
    'courses/copying/words',
    'courses/copying',
    'courses/publishing/words',
    'courses/publishing',
    'lessons/words',
    'lessons',
    'lessons/preview/words',
    'lessons/preview',
    'lessons/draft/words',
    'lessons/draft',
    'lessons/editor/words',
    'lessons/editor/words/file',
    'lessons/editor/outline',
    'lessons/editor/arrivals/words',
    'lessons/editor/arrivals',
    'lessons/editor/kinds',
    'lessons/editor/tree/words',
    'lessons/editor/tree',
    'lessons/editor',
    'reports/course',
    'reports/site',
    'reports/my',
    'courses/words/my',
    'courses/words/teach',
    'courses/settings/words',
    'courses/settings/words/cover',
    'courses/settings',
    'courses/pages',
    'captions/editor/words',
    'captions/editor',
    'app/words',
    'app',
    'page',
  ],
} satisfies Partial<Record<(typeof layers)[number], string[]>>

/** Interfaces on the contract's types: every noun may name another's. */
const isPorts = (file: string) => /(^|\/)(\w+-)?ports\.ts$/.test(file)

describe.each(Object.entries(ORDER))('%s', (name, order) => {
  const layer = name as keyof typeof ORDER

  it('has folders in a declared order, and imports go down it', () => {
    const wrong = sourcesOf(layer).flatMap((file) => {
      const place = order.indexOf(folderOf(layer, file))
      if (place === -1) return [`${file} lies in a folder that the order does not name`]
      return importedWithin(layer, file)
        .filter((other) => !isPorts(other) && order.indexOf(folderOf(layer, other)) > place)
        .map((other) => `${file} imports ${other}, which stands above it`)
    })
    expect(wrong).toEqual([])
  })

  it('names no folder that is not there', () => {
    const folders = new Set(sourcesOf(layer).map((file) => folderOf(layer, file)))
    expect(order.filter((folder) => !folders.has(folder))).toEqual([])
  })
})

describe.each(layers)('%s', (layer) => {
  it('has no circle among its files', () => {
    const files = sourcesOf(layer)
    const graph = new Map(
      files.map((file) => [file, importedWithin(layer, file).filter((one) => files.includes(one))]),
    )
    expect(circles(graph)).toEqual([])
  })

  it('keeps folders and files small enough to read', () => {
    const files = sourcesOf(layer)
    const perFolder = Object.entries(Object.groupBy(files, (file) => folderOf(layer, file)))
    expect(perFolder.filter(([, inside = []]) => inside.length > 12).map(([path]) => path)).toEqual(
      [],
    )
    const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1
    expect(files.filter((file) => lines(file) > 250)).toEqual([])
  })
})

it('has a player that stands by itself, since learners and teachers use it', () => {
  const wrong = sourcesOf('web')
    .filter((file) => file.startsWith(`${LAYERS.web}/player/`))
    .flatMap((file) => importedWithin('web', file).map((other) => `${file} imports ${other}`))
    .filter((line) => !/ imports web\/src\/(player|api|early|ui|words)\//.test(line))
  expect(wrong).toEqual([])
})

it('finds a circle where there is one', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
    ['d', ['a']],
  ])
  expect(circles(graph)).toEqual([['b', 'c']])
})
