// The way in, for any Node that a machine may have: brings the dependencies up to date, then runs
// the given TypeScript file on the Node that the project pins. Plain JavaScript, no dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = [20, 11]
const root = resolve(fileURLToPath(import.meta.url), '../..')
const modules = join(root, 'node_modules')
const bin = join(modules, '.bin')

const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const requireNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    fail(
      `Lectern needs Node ${OLDEST_NODE.join('.')} or newer to start; this is ${process.versions.node}. Install a newer Node from nodejs.org and try again.`,
    )
}

/** Installs when `node_modules` is missing or was made from another lockfile. */
const install = () => {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = join(modules, '.lectern-lockfile')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile) return
  console.log('Installing the dependencies (once for each change of package-lock.json) …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0)
    fail('The dependencies could not be installed; npm says why above. Is the network there?')
  writeFileSync(stamp, lockfile)
}

requireNode()
install()

const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')
if (!existsSync(node))
  fail('The pinned Node is missing from node_modules. Delete node_modules and try again.')

const [script, ...args] = process.argv.slice(2)
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  },
})
// A terminal signals the whole group; a supervisor signals this process alone.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
