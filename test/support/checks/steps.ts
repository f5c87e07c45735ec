// The steps of `npm test`, in order. Each returns what it counted.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../chromium.ts'
import type { ElectronRuntime } from '../electron-runtime.ts'
import { obtainElectronRuntime } from '../electron-runtime.ts'
import type { CheckResult } from './check-result.ts'
import { addResults, noResult, oneFailed, onePassed, oneSkipped, requireSome } from './check-result.ts'
import { runCommand } from './run-command.ts'
import { provideSystemPackages } from './system-packages.ts'
import { readPlaywrightReport, readVitestReport } from './test-reports.ts'

export interface Step {
  readonly name: string
  run(): Promise<CheckResult>
}

const reportFolder = mkdtempSync(join(tmpdir(), 'gegenwert-checks-'))
process.on('exit', () => rmSync(reportFolder, { recursive: true, force: true }))

/** In continuous integration nothing may be left out: a browser or an Electron that is missing there is a failure. */
const leftOut = process.env['CI'] === undefined || process.env['CI'] === 'false' ? oneSkipped : oneFailed

/** The end-to-end tests take more than half of the whole run. */
const endToEndLimitMs = 60 * 60_000

const linted = ['electron', 'renderer', 'shared', 'test', 'resources']

export const steps: readonly Step[] = [
  { name: 'system', run: checkSystem },
  { name: 'types', run: () => check('tsc', '-b') },
  { name: 'lint', run: () => check('oxlint', '--type-aware', '--deny-warnings', ...linted) },
  { name: 'format', run: () => check('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'package-config', run: () => check('node', 'test/support/check-package-config.ts') },
  { name: 'unit', run: () => runVitest('Europe/Berlin', ['unit', 'component', 'property', 'backend']) },
  { name: 'unit-far-away', run: () => runVitest('America/Los_Angeles', ['unit', 'property']) },
  { name: 'calibration', run: () => check('node', 'test/calibration/run.ts', '--companies', '5000') },
  { name: 'build', run: () => check('electron-vite', 'build') },
  { name: 'e2e', run: () => runEndToEnd({ GEGENWERT_SHORT: '1' }) },
  { name: 'package', run: runPackage },
]

/** Run by name only. */
export const longSteps: readonly Step[] = [{ name: 'e2e-everywhere', run: () => runEndToEnd({}) }]

async function check(...words: string[]): Promise<CheckResult> {
  return (await runCommand(words)) ? onePassed : oneFailed
}

async function checkSystem(): Promise<CheckResult> {
  return (await provideSystemPackages()) ? noResult : leftOut
}

async function runVitest(timeZone: string, projects: readonly string[]): Promise<CheckResult> {
  const report = join(reportFolder, `vitest-${timeZone.replace('/', '-')}.json`)
  const words = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const isSound = await runCommand([...words, ...projects.map((name) => `--project=${name}`)], {
    environment: { TZ: timeZone },
  })
  return orFailed(readVitestReport(report), isSound)
}

async function runEndToEnd(choice: Readonly<Record<string, string>>): Promise<CheckResult> {
  const runtime = obtainElectronRuntime()
  const isBrowserThere = findChromium() !== undefined
  console.log(`Chromium: ${findChromium() ?? 'none'}. Electron: ${describe(runtime)}.`)
  const projects = [...(isBrowserThere ? ['browser'] : []), ...(runtime === undefined ? [] : ['electron'])]
  const missing = 2 - projects.length
  const counted = projects.length === 0 ? noResult : await runPlaywright(projects, runtime, choice)
  return Array.from({ length: missing }, () => leftOut).reduce(addResults, counted)
}

/** Packs the app around the same Electron and uses the package: a file missing in it shows nowhere else. */
async function runPackage(): Promise<CheckResult> {
  const runtime = obtainElectronRuntime()
  if (runtime === undefined) return leftOut
  const around = [`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`]
  const isPacked = await runCommand(['electron-builder', '--linux', 'dir', '--publish', 'never', ...around])
  return isPacked ? addResults(onePassed, await runPlaywright(['packaged'], runtime)) : oneFailed
}

async function runPlaywright(
  projects: readonly string[],
  runtime: ElectronRuntime | undefined,
  choice: Readonly<Record<string, string>> = {},
): Promise<CheckResult> {
  const report = join(reportFolder, `playwright-${projects.join('-')}.json`)
  const words = ['playwright', 'test', ...projects.map((name) => `--project=${name}`)]
  const environment = {
    ...choice,
    PLAYWRIGHT_JSON_OUTPUT: report,
    ...(runtime === undefined ? {} : { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder }),
  }
  const isSound = await runCommand([...display(), ...words], { environment, limitMs: endToEndLimitMs })
  return orFailed(readPlaywrightReport(report), isSound)
}

/** Without a screen, a virtual one that is larger than the window. */
function display(): string[] {
  const isThere = process.platform !== 'linux' || process.env['DISPLAY'] !== undefined
  return isThere ? [] : ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24']
}

function describe(runtime: ElectronRuntime | undefined): string {
  return runtime === undefined ? 'none' : `${runtime.version}, ${runtime.origin}`
}

/** A run that ends badly without a failed test has failed all the same. */
function orFailed(result: CheckResult, isSound: boolean): CheckResult {
  return isSound || result.failed > 0 ? requireSome(result) : addResults(result, oneFailed)
}
