/**
 * Ledger lines as a plain-text journal that hledger (1.25 and later) and Ledger (3.3) read alike. Pure: words and names are given.
 *
 * A line becomes a transaction between the account of its kind and a clearing account: costs raise an expense account, revenue
 * (net) lowers a revenue account. What else is known of it stands below as tags.
 */
import type { LineKind } from '../../../../shared/contract/ledger.ts'
import type { Scope } from '../../../../shared/domain/attribution.ts'
import type { Day } from '../../../../shared/domain/day.ts'

export interface JournalWords {
  readonly expenses: string
  readonly imputed: string
  readonly labour: string
  readonly ads: string
  readonly tool: string
  readonly service: string
  readonly levy: string
  readonly other: string
  readonly revenue: string
  readonly purchases: string
  readonly clearing: string
  readonly paid: string
  readonly received: string
  readonly notSocial: string
  readonly noActivity: string
  readonly noChannel: string
}

/** What decides about the accounts of a line. Names are unique and clean: see `accountNames`. */
export interface AccountKey {
  readonly scope: Scope
  readonly kind: LineKind
  readonly activity: string | null
  readonly channel: string | null
}

export interface JournalLine extends AccountKey {
  readonly id: number
  readonly day: Day
  readonly cents: number
  readonly description: string
  /** Name and value, in the order in which they are written; null: left out. */
  readonly tags: readonly (readonly [string, string | number | null])[]
}

export interface Posting {
  readonly account: string
  readonly cents: number
}

/** The account of a line and the one against which it is booked. */
export function accountsOf({ scope, kind, activity, channel }: AccountKey, words: JournalWords): [string, string] {
  if (kind === 'revenue') return [path(words.revenue, words.purchases), path(words.clearing, words.received)]
  const place = channel ?? words.noChannel
  const beside = scope === 'other' ? [words.notSocial] : []
  if (kind === 'labour') {
    const account = path(words.expenses, words.imputed, words.labour, ...beside, activity ?? words.noActivity, place)
    return [account, path(words.clearing, words.imputed)]
  }
  return [path(words.expenses, words[kind], ...beside, place), path(words.clearing, words.paid)]
}

export function postingsOf(line: AccountKey & { readonly cents: number }, words: JournalWords): [Posting, Posting] {
  const [account, clearing] = accountsOf(line, words)
  const cents = line.kind === 'revenue' ? -line.cents : line.cents
  return [
    { account, cents },
    { account: clearing, cents: -cents },
  ]
}

function path(...segments: readonly string[]): string {
  return segments.join(':')
}

/** Comments, the number format and the accounts, so that strict checks pass. */
export function journalHead(comments: readonly string[], currency: string, accounts: readonly string[]): string {
  return [
    ...comments.map((comment) => `; ${oneLine(comment)}`),
    '',
    'decimal-mark .',
    `commodity ${currency}`,
    `    format 1000.00 ${currency}`,
    '',
    ...accounts.map((account) => `account ${account}`),
    '',
    '',
  ].join('\n')
}

export interface Transaction {
  readonly day: Day
  /** Stands in brackets before the description: the number of the line. */
  readonly code: string
  readonly description: string
  readonly tags: JournalLine['tags']
  readonly postings: readonly Posting[]
}

export function transactionText({ day, code, description, tags, postings }: Transaction, currency: string): string {
  const lines = [`${day} * (${code}) ${descriptionText(description)}`.trimEnd()]
  for (const [name, value] of tags) if (value !== null && value !== '') lines.push(`    ; ${name}: ${tagText(value)}`)
  for (const posting of postings) lines.push(`    ${posting.account}  ${amountText(posting.cents)} ${currency}`)
  return `${lines.join('\n')}\n\n`
}

export function lineText(line: JournalLine, words: JournalWords, currency: string): string {
  return transactionText({ ...line, code: String(line.id), postings: postingsOf(line, words) }, currency)
}

/** Exact: from whole cents, never through a fraction. */
export function amountText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Any white space, line breaks and control characters among it, becomes one space: two end an account's name. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .trim()
}

/** A semicolon begins a comment, a bar divides payee and note. */
export function descriptionText(text: string): string {
  return oneLine(text.replaceAll(';', ',').replaceAll('|', '/'))
}

/** A comma ends a tag's value, and a date in square brackets would move the transaction. */
export function tagText(value: string | number): string {
  return oneLine(String(value).replaceAll(',', ';').replaceAll('[', '(').replaceAll(']', ')'))
}

/** A part of an account's name: colons divide accounts, semicolons begin comments. */
export function accountSegment(name: string): string {
  const clean = oneLine(name.replaceAll(';', ',').replaceAll(':', '-'))
  return clean === '' ? '?' : clean
}

/** What a channel's account would be mixed with if the channel had the same name: the words that stand in a channel's place. */
export function reservedNames({ noChannel, notSocial }: JournalWords): string[] {
  return [noChannel, notSocial]
}

/** Clean names by id. Two names that would become one carry their numbers, so that no two sums are mixed; neither is one with a fixed word. */
export function accountNames(
  records: readonly { readonly id: number; readonly name: string }[],
  reserved: readonly string[] = [],
): Map<number, string> {
  const taken = new Set(reserved)
  const names = new Map<number, string>()
  for (const { id, name } of records) {
    const segment = accountSegment(name)
    let unique = segment
    for (let suffix = `${id}`; taken.has(unique); suffix += `.${id}`) unique = `${segment} ${suffix}`
    taken.add(unique)
    names.set(id, unique)
  }
  return names
}
