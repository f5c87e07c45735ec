// What can be said when starting the app: `--ledger FILE`, `--browser`, or a ledger file by itself (a double click on it).
import { resolve } from 'node:path'

export interface StartOptions {
  readonly ledgerPath?: string
  readonly isBrowserWanted: boolean
}

/** Words that are not ours (Electron's and Chromium's own switches) are passed over. */
export function readStartOptions(words: readonly string[], workingFolder: string): StartOptions {
  const ledger =
    valueOf(words, '--ledger') ?? words.findLast((word) => !word.startsWith('-') && word.endsWith('.gegenwert'))
  return {
    ...(ledger === undefined ? {} : { ledgerPath: resolve(workingFolder, ledger) }),
    isBrowserWanted: words.includes('--browser'),
  }
}

function valueOf(words: readonly string[], name: string): string | undefined {
  const joined = words.find((word) => word.startsWith(`${name}=`))
  if (joined !== undefined) return joined.slice(name.length + 1)
  const place = words.indexOf(name)
  return place === -1 ? undefined : words[place + 1]
}
