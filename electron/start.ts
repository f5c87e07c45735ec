// `npm start`: builds what is missing, then opens the desktop window where it can and serves the browser host where it cannot.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readStartOptions } from './command-line.ts'
import { fillIn, hostTexts } from './host-texts.ts'
import { terminalLanguage } from './system-language.ts'

const projectFolder = join(import.meta.dirname, '..')
const electronFolder = join(projectFolder, 'node_modules', 'electron')
const downloadProbeMs = 5_000
/** Chromium refuses to run as root inside its sandbox. */
const sandboxWords = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
const texts = hostTexts[terminalLanguage(process.env)].start

interface Electron {
  readonly program: string
}
interface Hindrance {
  readonly sentence: string
}

const words = process.argv.slice(2)
const { ledgerPath, isBrowserWanted } = readStartOptions(words, process.env['INIT_CWD'] ?? process.cwd())
const appWords = ledgerPath === undefined ? [] : ['--ledger', ledgerPath]

buildIfNeeded()
const electron = isBrowserWanted ? { sentence: texts.browserWanted } : await findElectron()
if ('program' in electron) openDesktop(electron)
else serveBrowser(electron)

function buildIfNeeded(): void {
  if (isBuildFresh()) return
  console.log(texts.building)
  const build = spawnSync(
    process.execPath,
    [join('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
    {
      cwd: projectFolder,
      encoding: 'utf8',
    },
  )
  if (build.status === 0) return
  console.error(`${texts.buildFailed}\n${build.stdout}${build.stderr}`)
  process.exit(1)
}

/** The page is built last, so its date is the date of the build. */
function isBuildFresh(): boolean {
  const built = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'].map((file) =>
    join(projectFolder, file),
  )
  if (!built.every((file) => existsSync(file))) return false
  const builtAt = statSync(join(projectFolder, 'out/renderer/index.html')).mtimeMs
  const sources = globSync(
    ['electron/**', 'renderer/**', 'shared/**', 'package-lock.json', 'electron.vite.config.ts'],
    {
      cwd: projectFolder,
    },
  )
  return sources.every((file) => statSync(join(projectFolder, file)).mtimeMs <= builtAt)
}

async function findElectron(): Promise<Electron | Hindrance> {
  const isDisplayMissing = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  if (isDisplayMissing) return { sentence: texts.noDisplay }
  const program = installedElectron() ?? (await downloadElectron())
  if (program === undefined) return { sentence: texts.notDownloadable }
  // A missing system library shows before any window would.
  const trial = spawnSync(program, [...sandboxWords, '--version'], { encoding: 'utf8' })
  if (trial.status === 0) return { program }
  const [reason = ''] = (trial.error?.message ?? trial.stderr).trim().split('\n')
  return { sentence: fillIn(texts.doesNotRun, { reason }) }
}

function installedElectron(): string | undefined {
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
    win32: 'electron.exe',
  }
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronFolder, 'dist')
  const program = join(folder, names[process.platform] ?? 'electron')
  return existsSync(program) ? program : undefined
}

/** Asks first whether there is a way to the download, so that a closed network costs seconds and not minutes. */
async function downloadElectron(): Promise<string | undefined> {
  const isMirrored =
    process.env['ELECTRON_MIRROR'] !== undefined || process.env['npm_config_electron_mirror'] !== undefined
  if (!isMirrored && !(await isReachable('https://github.com'))) return undefined
  console.log(texts.downloading)
  const download = spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore' })
  return download.status === 0 ? installedElectron() : undefined
}

async function isReachable(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(downloadProbeMs) })
    return answer.ok
  } catch {
    return false
  }
}

function openDesktop({ program }: Electron): void {
  if (sandboxWords.length > 0) console.log(texts.withoutSandbox)
  follow(program, [...sandboxWords, projectFolder, ...appWords])
}

function serveBrowser({ sentence }: Hindrance): void {
  console.log(sentence)
  follow(process.execPath, [join(projectFolder, 'out', 'main', 'browser-host.js'), ...appWords])
}

/** Ends when the app ends, with its exit code. */
function follow(program: string, programWords: readonly string[]): void {
  const app = spawn(program, programWords, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.kill(signal))
  app.on('exit', (code) => process.exit(code ?? 1))
}
