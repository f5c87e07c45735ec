/** The contract's list cannot be imported as a value here; the type sees to it that none is missing. */
import type { MappingSource } from '../../../shared/contract/imports.ts'

const all: Record<MappingSource, true> = {
  project: true,
  activity: true,
  client: true,
  'meta-campaign': true,
  'google-campaign': true,
  'utm-source': true,
  'discount-code': true,
  'self-report': true,
}

export const MAPPING_SOURCES_IN_ORDER = Object.keys(all) as readonly MappingSource[]
