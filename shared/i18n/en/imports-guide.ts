import type { importsGuide as source } from '../de/imports-guide.ts'
import type { Texts } from '../texts.ts'

export const importsGuide = {
  title: 'Drop your export files on this window',
  text: 'Hours, ad spend and orders, several files at once. You first see what is in them and where it belongs; nothing is written before you agree. Nothing leaves this computer.',
  noFiles: 'No files at hand?',
  sample: 'Look at the sample ledger',
  where: 'Where to find the files',
  toggl: {
    title: 'Toggl Track',
    brings: 'Hours',
    one: '“Reports” on the left, “Detailed” at the top',
    two: 'Choose the period, best the whole year',
    three: '“Export” at the top right, then “Download CSV”',
  },
  meta: {
    title: 'Meta Ads',
    brings: 'Ad spend',
    one: 'In Ads Manager go to “Campaigns”',
    two: 'Choose the period, “Breakdown” by day',
    three: '“Reports”, then “Export table data” as CSV',
  },
  clockify: {
    title: 'Clockify',
    brings: 'Hours',
    one: '“Reports”, then “Detailed” at the top',
    two: 'Choose the period, best the whole year',
    three: '“Export” on the right, then “Save as CSV”',
  },
  harvest: {
    title: 'Harvest',
    brings: 'Hours',
    one: '“Reports”, then “Detailed time”',
    two: 'Choose the period and “Run report”',
    three: '“Export”, then “CSV”',
  },
  kimai: {
    title: 'Kimai',
    brings: 'Hours',
    one: '“Export” or “My times”',
    two: 'Choose the period and search',
    three: 'Press “CSV”',
  },
  google: {
    title: 'Google Ads',
    brings: 'Ad spend',
    one: 'Go to “Campaigns”, choose the period',
    two: '“Segment” by day or month',
    three: 'The arrow “Download”, then “CSV”',
  },
  shopify: {
    title: 'Shopify',
    brings: 'Orders',
    one: 'Go to “Orders”, “Export” at the top right',
    two: 'Choose the period or all orders',
    three: '“CSV for Excel, Numbers …” and export',
  },
} as const satisfies Texts<typeof source>
