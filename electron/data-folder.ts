// Where the default ledger, the sample ledger and the backups live: the same folder on the desktop and in the browser host.
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

const appName = 'Gegenwert'

/** The folder of the app for this user; `GEGENWERT_DATA_DIR` replaces it, so that tests and trials leave the real one alone. */
export function userFolder(environment: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  const replacement = environment['GEGENWERT_DATA_DIR']
  if (replacement) return resolve(replacement)
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), appName)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', appName)
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), appName)
}

/** A folder of its own below it, apart from what Chromium keeps there. */
export function dataFolder(ofUser: string): string {
  return join(ofUser, 'data')
}
