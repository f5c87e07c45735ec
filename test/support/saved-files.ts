/** What a test needs to look into files the app has saved: a place for downloads without dialogs, and the text of a PDF. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Host, OpenedApp } from './host-fixtures.ts'

/** Does what makes the app save a file, and answers with the file's name and text. */
export async function saveFile(app: OpenedApp, host: Host, path: string, act: () => Promise<void>) {
  if (host === 'browser') {
    const [download] = await Promise.all([app.page.waitForEvent('download'), act()])
    await download.saveAs(path)
    return { name: download.suggestedFilename(), text: readFileSync(path, 'utf8') }
  }
  await app.electron!.evaluate(({ session }, savePath) => {
    const kept = globalThis as unknown as { savedName?: string }
    delete kept.savedName
    session.defaultSession.once('will-download', (_event, item) => {
      item.setSavePath(savePath)
      item.once('done', () => (kept.savedName = item.getFilename()))
    })
  }, path)
  await act()
  const nameOf = () => app.electron!.evaluate(() => (globalThis as unknown as { savedName?: string }).savedName ?? '')
  await expect.poll(nameOf).not.toBe('')
  return { name: await nameOf(), text: readFileSync(path, 'utf8') }
}

/** Saves the report as PDF in the way of the host. */
export async function savePdf({ page, electron }: OpenedApp, host: Host, path: string): Promise<void> {
  if (host === 'browser') {
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true })
    return
  }
  await electron!.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await page.getByRole('button', { name: 'Als PDF speichern' }).click()
  await expect(page.getByText('PDF gespeichert.')).toBeVisible()
  expect(existsSync(path)).toBe(true)
}

export function countPages(path: string): number {
  return readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** The words of a PDF with single spaces. Fails where pdftotext (poppler-utils) is missing: `npm test` installs it on Debian. */
export function readPdf(path: string): string {
  const { status, stdout, error } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`pdftotext could not read ${path}`)
  return stdout.replaceAll(/[\s\u00a0\u202f]+/g, ' ')
}
