import { existsSync } from 'node:fs'

/** The first has no window and needs two thirds of the time; it is built from the same source. */
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The system's Chromium, or the one named by CHROMIUM_PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM_PATH'], ...places].find((path) => path !== undefined && existsSync(path))
}

/** Chromium and Electron refuse to run as root inside their sandbox. */
export const sandboxWords: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** The build without a window makes letters narrower than a screen shows them, unless it is told. */
export const browserWords: readonly string[] = [...sandboxWords, '--font-render-hinting=none']
