/** Radwerk Ahoi, a bicycle workshop with a shop in Hamburg: a company that does not exist. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { RateBasis } from '../../../../../shared/contract/people.ts'
import { addMonths, firstDayOf, monthOf, type Day, type Period } from '../../../../../shared/domain/day.ts'
import { DEFAULT_EMPLOYER_SHARE_BASIS_POINTS, hourlyCostCents } from '../../../../../shared/domain/hourly-cost.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Network } from '../../../../../shared/domain/network.ts'
import { toSlug } from '../../../../../shared/domain/slug.ts'
import type { Connection } from '../../../database/connection.ts'
import type { StoredSettings } from '../../../database/settings-row.ts'
import { SampleRandom } from './random.ts'

export const SAMPLE_NAME = 'Radwerk Ahoi'
const SEED = 20_260_417

const CHANNELS = [
  { network: 'instagram', name: 'Instagram' },
  { network: 'facebook', name: 'Facebook' },
  { network: 'tiktok', name: 'TikTok' },
] as const satisfies readonly { network: Network; name: string }[]
export type SampleChannel = (typeof CHANNELS)[number]['network']

const CAMPAIGNS = {
  spring: 'Frühlingscheck | Reels',
  cargo: 'Lastenrad-Umbau',
  winter: 'Winterinspektion | Stories',
  courses: 'Schrauberkurse Hamburg',
  brand: 'Marke | Suche',
  workshop: 'Fahrradwerkstatt Hamburg | Suche',
} as const
export type SampleCampaign = keyof typeof CAMPAIGNS

export const PEOPLE = { manager: 'Svenja Petersen', mechanic: 'Jonas Brandt', owner: 'Katrin Ahlers' } as const
export type SamplePerson = keyof typeof PEOPLE

/** What every part of the sample fills, and what the parts before it have made. */
export interface Sample {
  readonly db: Connection
  readonly year: Period
  /** When the sample is made. */
  readonly now: Instant
  readonly settings: StoredSettings
  readonly language: Language
  readonly people: Readonly<Record<SamplePerson, number>>
  readonly channels: Readonly<Record<SampleChannel, number>>
  readonly campaigns: Readonly<Record<SampleCampaign, number>>
  /** A stream of chance of one's own. */
  readonly randomFor: (part: string) => SampleRandom
  /** Brings lines and figures up to what was filled so far. */
  readonly derive: () => void
}

/** Writes the company's people, channels and campaigns. */
export function foundCompany(db: Connection, founding: Pick<Sample, 'year' | 'now' | 'settings' | 'derive'>): Sample {
  const { year, settings } = founding
  const people = mapValues(PEOPLE, (name) => insert(db, 'INSERT INTO person (name) VALUES (?)', name))
  setRates(db, year, people)
  const channels = Object.fromEntries(
    CHANNELS.map(({ network, name }, position) => [
      network,
      insert(db, 'INSERT INTO channel (network, name, position) VALUES (?, ?, ?)', network, name, position),
    ]),
  ) as Record<SampleChannel, number>
  const campaigns = mapValues(CAMPAIGNS, (name) =>
    insert(db, 'INSERT INTO campaign (slug, name) VALUES (?, ?)', toSlug(name), name),
  )
  return {
    ...founding,
    db,
    language: settings.language,
    people,
    channels,
    campaigns,
    randomFor: (part) => new SampleRandom(SEED, part),
  }
}

function setRates(db: Connection, year: Period, people: Readonly<Record<SamplePerson, number>>): void {
  const raise = firstDayOf(monthOf(addMonths(year.from, 6)))
  const pay: RateBasis = {
    yearlyPayCents: 4_140_000,
    employerShareBasisPoints: DEFAULT_EMPLOYER_SHARE_BASIS_POINTS,
    otherYearlyCents: 240_000,
    paidWorkingDays: 208,
    hoursPerDay: 7.5,
    trackedShareBasisPoints: 9_000,
  }
  setDerivedRate(db, people.manager, year.from, pay)
  setDerivedRate(db, people.manager, raise, { ...pay, yearlyPayCents: 4_320_000 })
  setRate(db, people.owner, year.from, 8_800, null)
  // Jonas has no rate of his own: the default holds for him.
  setRate(db, null, year.from, 4_150, null)
}

function setDerivedRate(db: Connection, personId: number, from: Day, basis: RateBasis): void {
  setRate(db, personId, from, hourlyCostCents(basis), JSON.stringify(basis))
}

function setRate(db: Connection, personId: number | null, from: Day, centsPerHour: number, basis: string | null): void {
  db.prepare<[number | null, Day, number, string | null]>(
    'INSERT INTO cost_rate (person_id, valid_from, cents_per_hour, basis) VALUES (?, ?, ?, ?)',
  ).run(personId, from, centsPerHour, basis)
}

function insert(db: Connection, sql: string, ...values: (string | number)[]): number {
  return Number(db.prepare(sql).run(...values).lastInsertRowid)
}

function mapValues<Key extends string, From, To>(record: Readonly<Record<Key, From>>, map: (from: From) => To) {
  return Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, map(value)])) as Record<Key, To>
}
