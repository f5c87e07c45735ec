// Drops files on the window the way a person does from the file manager, and makes the files tests drop.
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './host-processes.ts'

export interface DroppedFile {
  readonly name: string
  readonly bytes: Buffer
}

export const FOUR_FILES = ['toggl-detailed.csv', 'meta-ads-de.csv', 'google-ads-de.csv', 'shopify-orders.csv'] as const

export const TRACKER_FILES = [
  'clockify-detailed.csv',
  'clockify-de.csv',
  'harvest-detailed.csv',
  'harvest-de.csv',
  'kimai-de.csv',
  'kimai-en.csv',
] as const

export function fixtureFile(name: (typeof FOUR_FILES)[number] | (typeof TRACKER_FILES)[number]): DroppedFile {
  return { name, bytes: readFileSync(join(projectFolder, 'test', 'fixtures', name)) }
}

export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  // What takes the files is loaded a moment after the first screen; a person is never that quick.
  await page.locator('input[type=file][multiple]:not(#content *)').first().waitFor({ state: 'attached' })
  const texts = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }))
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer()
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      dataTransfer.items.add(new File([bytes], name, { type: 'text/csv', lastModified: 0 }))
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }
  }, texts)
}

/** The shop a week later: two orders refunded since, one order more. */
export function laterShopExport(): DroppedFile {
  const csv = fixtureFile('shopify-orders.csv').bytes.toString('utf8')
  const refunded = refund(refund(csv, '#1001', '56.70'), '#1002', '29.80')
  const added =
    '#2223,kunde2223@example.com,paid,2026-10-31 20:00:00 +0100,fulfilled,,no,EUR,100.00,0.00,15.97,100.00,INSTA10,0.00,,2026-10-31 20:00:00 +0100,1,Filterkaffee 500 g,100.00,,,,,,,,,Shopify Payments,,0.00,Nordlicht,5000000002223,,Low,web,0.00\n'
  return { name: 'shopify-orders-november.csv', bytes: Buffer.from(refunded + added) }
}

function refund(csv: string, name: string, amount: string): string {
  const paid = 'Shopify Payments,,0.00'
  const start = csv.indexOf(`\n${name},`)
  const end = csv.indexOf(paid, start)
  const row = csv.slice(start, end).replace(',paid,', ',refunded,')
  return `${csv.slice(0, start)}${row}Shopify Payments,,${amount}${csv.slice(end + paid.length)}`
}

export function emptyFile(): DroppedFile {
  return { name: 'leer.csv', bytes: Buffer.alloc(0) }
}

export function renamedPdf(): DroppedFile {
  return { name: 'bericht.csv', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n') }
}

export function timesWithFiveBrokenRows(): DroppedFile {
  const lines = fixtureFile('toggl-detailed.csv').bytes.toString('utf8').split('\n')
  for (const index of [10, 20, 30, 40, 50]) lines[index] = lines[index]!.replace(/"2026-\d\d-\d\d"/, '"2026-13-45"')
  return { name: 'zeiten-kaputt.csv', bytes: Buffer.from(lines.join('\n')) }
}

export function timesWithoutDuration(): DroppedFile {
  const csv = fixtureFile('toggl-detailed.csv').bytes.toString('utf8')
  const text = csv.replace('"Duration"', '"Länge?"').replace('"End time"', '"Ende?"')
  return { name: 'zeiten-ohne-dauer.csv', bytes: Buffer.from(text) }
}

export function ordersInDollars(): DroppedFile {
  const csv = fixtureFile('shopify-orders.csv').bytes.toString('utf8')
  return { name: 'shop-dollar.csv', bytes: Buffer.from(csv.replace(',no,EUR,56.70', ',no,USD,56.70')) }
}
