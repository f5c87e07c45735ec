/** An order file of any length. The same seed draws the same file. */
import { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import { addDays, toDay } from '../../shared/domain/day.ts'

const SEED = 4711

const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Id,Tags,Risk Level,Source,Lineitem discount'

const ORIGINS = [
  'utm_source: instagram\nutm_medium: paid_social\nutm_campaign: sommer-abo',
  'utm_source: instagram\nutm_medium: social\nWie hast du uns gefunden?: Instagram',
  'utm_source: facebook\nutm_medium: social',
  'utm_source: tiktok\nutm_medium: social',
  'utm_source: google\nutm_medium: organic',
  'utm_source: newsletter\nutm_medium: email',
  'Wie hast du uns gefunden?: Empfehlung von Freunden',
  '',
] as const

/** A Shopify export of three years, one line an order. */
export function shopifyFile(orders: number): Buffer {
  const random = new SampleRandom(SEED, 'shopify')
  const lines = [HEADER]
  const first = toDay('2023-01-01')
  for (let index = 0; index < orders; index++) {
    const day = addDays(first, Math.floor((index * 1095) / orders))
    const at = `${day} ${two(random.between(6, 22))}:${two(random.between(0, 59))}:${two(random.between(0, 59))} +0100`
    const total = (random.between(990, 22_000) / 100).toFixed(2)
    const tax = (Number(total) * 0.159).toFixed(2)
    const status = random.pickWeighted([
      ['paid', 94],
      ['refunded', 2],
      ['partially_refunded', 2],
      ['pending', 2],
    ])
    const refunded = status === 'refunded' ? total : status === 'partially_refunded' ? '5.00' : '0.00'
    const code = random.pickWeighted([
      ['', 88],
      ['INSTA10', 8],
      ['TIKTOK5', 4],
    ])
    const customer = `kunde${random.between(1, Math.ceil(orders * 0.7))}@example.com`
    lines.push(
      `#${10_000 + index},${customer},${status},${at},fulfilled,,no,EUR,${total},0.00,${tax},${total},${code},0.00,,${at},1,Filterkaffee 500 g,${total},,,,,,,"${random.pick(ORIGINS)}",,Shopify Payments,,${refunded},Nordlicht,${6_000_000_000_000 + index},,Low,web,0.00`,
    )
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
