/** Every format the app recognises. A new one is a declaration in a file of its own and a line here. */
import { clockify } from './clockify.ts'
import type { FormatDeclaration } from './format.ts'
import { googleAds } from './google-ads.ts'
import { harvest } from './harvest.ts'
import { hoursSheet } from './hours-sheet.ts'
import { kimai } from './kimai.ts'
import { metaAds } from './meta-ads.ts'
import { shopify } from './shopify.ts'
import { toggl } from './toggl.ts'

export const formats: readonly FormatDeclaration[] = [
  toggl,
  clockify,
  harvest,
  kimai,
  hoursSheet,
  metaAds,
  googleAds,
  shopify,
]
