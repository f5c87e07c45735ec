/** Google Ads, campaign report by day, week or month. */
import type { FormatDeclaration } from './format.ts'

export const googleAds: FormatDeclaration = {
  id: 'google-ads',
  kind: 'ad-spend',
  platform: 'google',
  columns: [
    { field: 'day', headers: ['Tag', 'Day'], type: 'date' },
    { field: 'week', headers: ['Woche', 'Week'], type: 'date' },
    { field: 'month', headers: ['Monat', 'Month'], type: 'date' },
    { field: 'campaign', headers: ['Kampagne', 'Campaign'], type: 'text', required: true },
    { field: 'campaignType', headers: ['Kampagnentyp', 'Campaign type'], type: 'text' },
    { field: 'adSet', headers: ['Anzeigengruppe', 'Ad group'], type: 'text' },
    { field: 'cost', headers: ['Kosten', 'Cost'], type: 'money', required: true },
    { field: 'currency', headers: ['Währungscode', 'Currency code', 'Währung', 'Currency'], type: 'currency' },
    { field: 'clicks', headers: ['Klicks', 'Clicks'], type: 'count' },
    { field: 'impressions', headers: ['Impressionen', 'Impressions', 'Impr.'], type: 'count' },
    { field: 'clickRate', headers: ['CTR', 'Klickrate'], type: 'number' },
    { field: 'results', headers: ['Conversions'], type: 'number' },
    {
      field: 'conversionValue',
      headers: ['Conv.-Wert', 'Conv. value', 'Conversion-Wert', 'Conversions-Wert', 'Conversion value'],
      type: 'money',
    },
  ],
  anyOf: [['day', 'week', 'month']],
  totals: { in: ['day', 'week', 'month', 'campaign'], whenEmpty: ['campaign', 'day', 'week', 'month'] },
}
