import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Each step runs again only when something it is made from has changed. */
interface Step {
  readonly name: string
  /** Files and folders it is made from. */
  readonly from: readonly string[]
  /** What else it is made from. */
  readonly as?: string
  /** What must be there for the step to be left out. */
  readonly makes: string
  readonly run: () => Promise<void>
}

/** Builds the functions' bundles and the web client, and synthesizes the stacks, where needed. */
export async function buildAll(options: {
  root: string
  assembly: string
  /** Which form of Valkey the stacks have, whatever the stage's settings say. */
  valkey: string
  say: (line: string) => void
}): Promise<void> {
  const { root, assembly, valkey, say } = options
  const shared = ['contract', 'package-lock.json']
  const functionSources = [
    'functions',
    'core',
    'adapters',
    'layers',
    'scripts/build-functions.ts',
    ...shared,
  ]
  const webSources = ['web', ...shared]
  const steps: Step[] = [
    {
      name: 'Building the functions',
      from: functionSources,
      makes: 'dist/layers/runtime',
      run: async () => {
        const { buildFunctions } = await import('#scripts/build-functions')
        await buildFunctions()
      },
    },
    {
      name: 'Building the web client',
      from: webSources,
      makes: 'web/dist/index.html',
      run: () => run(root, 'npm', ['run', 'build', '-w', 'web']),
    },
    {
      name: 'Synthesizing the stacks',
      from: [
        ...['bin', 'lib', 'cdk.json', 'lectern.settings.ts'],
        ...functionSources,
        ...webSources,
      ],
      as: valkey,
      makes: join(assembly, 'manifest.json'),
      run: () => run(root, process.execPath, ['bin/lectern.ts'], { LECTERN_VALKEY: valkey }),
    },
  ]
  for (const step of steps) {
    const stamp = join(root, 'node_modules', '.lectern', `${step.name.replace(/\W+/g, '-')}.hash`)
    const hash = `${hashOf(root, step.from)}${step.as ?? ''}`
    const made = existsSync(join(root, step.makes))
    if (made && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
    const started = performance.now()
    say(`${step.name} …`)
    await step.run()
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, hash)
    say(`${step.name} took ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
}

function hashOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesOf(root, path)) {
      hash.update(`${file}\0`)
      hash.update(readFileSync(join(root, file)))
    }
  return hash.digest('hex')
}

function filesOf(root: string, path: string): string[] {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return []
  if (statSync(absolute).isFile()) return [path]
  return globSync(`${path}/**/*`, {
    cwd: root,
    exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name),
  })
    .filter((file) => statSync(join(root, file)).isFile())
    .sort()
}

/** Runs a command, and shows what it said only when it fails. */
function run(
  root: string,
  command: string,
  args: string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${said.trim()}`)),
    )
  })
}
