/** Meta Ads Manager, campaigns or ad sets by day, week or month. */
import type { FormatDeclaration } from './format.ts'

export const metaAds: FormatDeclaration = {
  id: 'meta-ads',
  kind: 'ad-spend',
  platform: 'meta',
  columns: [
    { field: 'day', headers: ['Tag', 'Day'], type: 'date' },
    { field: 'week', headers: ['Woche', 'Week'], type: 'date' },
    { field: 'month', headers: ['Monat', 'Month'], type: 'date' },
    {
      field: 'from',
      headers: ['Berichtsstart', 'Reporting starts', 'Auswertungsstart', 'Beginn des Berichtszeitraums'],
      type: 'date',
    },
    {
      field: 'to',
      headers: ['Berichtsende', 'Reporting ends', 'Auswertungsende', 'Ende des Berichtszeitraums'],
      type: 'date',
    },
    {
      field: 'campaign',
      headers: ['Kampagnenname', 'Campaign name', 'Name der Kampagne'],
      type: 'text',
      required: true,
    },
    { field: 'adSet', headers: ['Anzeigengruppenname', 'Ad set name', 'Name der Anzeigengruppe'], type: 'text' },
    {
      field: 'cost',
      headers: ['Ausgegebener Betrag', 'Amount spent'],
      type: 'money',
      required: true,
    },
    { field: 'currency', headers: ['Währung', 'Currency', 'Account currency', 'Kontowährung'], type: 'currency' },
    { field: 'impressions', headers: ['Impressionen', 'Impressions'], type: 'count' },
    { field: 'reach', headers: ['Reichweite', 'Reach'], type: 'count' },
    {
      field: 'clicks',
      headers: [
        'Link-Klicks',
        'Link clicks',
        'Klicks auf den Link',
        'Klicks (alle)',
        'Clicks (all)',
        'Klicks',
        'Clicks',
      ],
      type: 'count',
    },
    { field: 'results', headers: ['Ergebnisse', 'Results'], type: 'number' },
    {
      field: 'conversionValue',
      headers: [
        'Conversion-Wert',
        'Conversion value',
        'Conversion-Wert von Käufen',
        'Conversion-Wert der Käufe',
        'Purchases conversion value',
        'Website purchases conversion value',
      ],
      type: 'money',
    },
  ],
  anyOf: [['day', 'week', 'month', 'from']],
  totals: { in: ['day', 'week', 'month', 'from', 'campaign'], whenEmpty: ['campaign', 'day', 'week', 'month'] },
}
