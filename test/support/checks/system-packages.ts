// What Chromium, Electron and the tests of journals and PDFs need from a Debian system. Installed where we may, named where we may not.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from '../chromium.ts'
import { runCommand } from './run-command.ts'

const libraries = 'gtk-3-0 nss3 asound2 gbm1 atk-bridge2.0-0 cups2 drm2 xcomposite1 xdamage1 xfixes3 xrandr2 xkbcommon0'
const needed = [
  'xvfb',
  'xauth',
  'hledger',
  'ledger',
  'poppler-utils',
  'libpango-1.0-0',
  'libcairo2',
  ...libraries.split(' ').map((name) => `lib${name}`),
]

/** One without a window starts and closes pages in two thirds of the time; where there is none, the other does as well. */
const browsers = ['chromium', 'chromium-headless-shell']

/** True where everything is there in the end. Other systems than Debian's family are taken as they are. */
export async function provideSystemPackages(): Promise<boolean> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return true
  const missing = [...needed, ...browsers].filter((name) => !isInstalled(name))
  if (missing.length === 0) return true
  if (process.getuid?.() !== 0) return isComplete() || nameMissing()
  await runCommand(['apt-get', 'update'], { environment })
  // Each browser by itself: not every system has both.
  const others = missing.filter((name) => !browsers.includes(name))
  for (const names of [others, ...browsers.filter((name) => missing.includes(name)).map((name) => [name])])
    if (names.length > 0) await install(names)
  return isComplete()
}

const environment = { DEBIAN_FRONTEND: 'noninteractive' }
const installing = ['apt-get', 'install', '--yes', '--no-install-recommends']

function install(names: readonly string[]): Promise<boolean> {
  return runCommand([...installing, ...names], { environment })
}

function isComplete(): boolean {
  return missingPackages().length === 0 && findChromium() !== undefined
}

function nameMissing(): false {
  const names = [...missingPackages(), ...(findChromium() === undefined ? ['chromium'] : [])]
  console.error(
    `Please install what is missing and run the tests again:\n  sudo ${[...installing, ...names].join(' ')}`,
  )
  return false
}

function missingPackages(): string[] {
  return needed.filter((name) => !isInstalled(name))
}

/** Newer Debian and Ubuntu releases renamed some libraries when their times became 64 bit wide. */
function isInstalled(name: string): boolean {
  return [name, `${name}t64`].some((each) => {
    const query = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', each], { encoding: 'utf8' })
    return query.stdout === 'installed'
  })
}
