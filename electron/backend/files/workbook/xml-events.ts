/** The XML of workbooks as a row of events. No document types: only the entities every XML has are known, so that none can grow. */

export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|[^<]+/g

/** Names come without their prefix: `x:row` is a `row`. Throws RangeError where a tag is never closed. */
export function* xmlEvents(text: string): Generator<XmlEvent> {
  const token = new RegExp(TOKEN)
  let at = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found.index !== at) throw new RangeError(`broken markup at ${at}`)
    at = token.lastIndex
    const [whole, raw, slash, fullName, attributes, end] = found
    if (raw !== undefined) yield { kind: 'text', text: raw }
    else if (fullName !== undefined) {
      const name = fullName.slice(fullName.indexOf(':') + 1)
      yield slash === '/'
        ? { kind: 'close', name }
        : { kind: 'open', name, attributes: attributes ?? '', isEmpty: end === '/' }
    } else if (!whole.startsWith('<')) yield { kind: 'text', text: decodeEntities(whole) }
  }
  if (at !== text.length) throw new RangeError(`broken markup at ${at}`)
}

/** Value of an attribute, with or without a prefix; null where it is missing. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : null
}

const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (_, name?: string, decimal?: string, hexadecimal?: string) => {
    if (name !== undefined) return NAMED[name] ?? ''
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

export function encodeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '') // eslint-disable-line no-control-regex
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
