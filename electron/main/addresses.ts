// Which addresses belong to the app, which lead out of it, and which of those a person may follow.

const externalSchemes: ReadonlySet<string> = new Set(['https:', 'mailto:'])
const longestExternalAddress = 2_000

export function isOfOrigin(address: string, origin: string): boolean {
  const url = URL.parse(address)
  // Node gives the origin of a scheme it does not know as "null".
  return url !== null && `${url.protocol}//${url.host}` === origin
}

/** Only what a person may follow to the outside: https and mail, without credentials, of a sane length. */
export function isExternalAddress(address: string): boolean {
  const url = address.length <= longestExternalAddress ? URL.parse(address) : null
  return url !== null && externalSchemes.has(url.protocol) && url.username === '' && url.password === ''
}

export function isNetworkAddress(address: string): boolean {
  return /^(https?|wss?|ftp):/i.test(address)
}

export function isOfDevelopmentServer(address: string, pageOrigin: string): boolean {
  return isOfOrigin(address.replace(/^ws/, 'http'), pageOrigin)
}
