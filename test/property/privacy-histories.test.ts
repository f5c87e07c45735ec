// Whatever was written, edited, undone and imported before: once someone is erased, no byte of it lies on the disk, nor after an older
// state came back.
import { copyFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Receipt } from '../../shared/contract/fields.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { capture, erasePerson, expectNothingLeft } from '../support/erasing.ts'
import { addRow } from '../support/ledger-sources.ts'

const id = () => ({ commandId: newCommandId() })
const HANDLES = ['Qwixa.Lürn_7', 'zu"ber\\9_x', 'Frau Tölpel-Nqz', 'yvzkq44'] as const

interface Run {
  readonly host: DirectHost
  readonly ids: number[]
  readonly receipts: Receipt[]
  /** Secrets of the one who is erased. */
  readonly secrets: string[]
  readonly handle: string
}
type Step = (run: Run, n: number) => Promise<void>

/** A word of its own, with filling so that texts spread over pages, and letters that JSON spells otherwise. */
const secret = (run: Run, n: number) => {
  const word = `gëheim"${run.secrets.length}\\${(n * 2_654_435_761) % 999_983}x`
  run.secrets.push(word)
  return `${'Füllwort '.repeat(n % 900)}${word} ${'danach '.repeat(n % 300)}`
}
const pick = (run: Run, n: number) => run.ids[n % Math.max(1, run.ids.length)] ?? 0

const steps: Record<string, Step> = {
  write: async (run, n) => void run.ids.push(await capture(run.host, { handle: run.handle, text: secret(run, n) })),
  others: async ({ host, handle }, n) =>
    void (await capture(host, { handle: `anderer${n}`, text: `${'Wort '.repeat(n % 700)}@${handle} hat recht` })),
  edit: async (run, n) => {
    if (run.ids.length === 0) return
    const patch = { text: secret(run, n) }
    run.receipts.push(await run.host.client.moderation.edit({ ...id(), id: pick(run, n), patch }))
  },
  answer: async (run, n) => {
    if (run.ids.length === 0) return
    const text = secret(run, n)
    run.receipts.push(
      await run.host.client.moderation.answer({ ...id(), id: pick(run, n), text, at: null, next: 'stay' }),
    )
  },
  note: async (run, n) => {
    if (run.ids.length > 0)
      run.receipts.push(await run.host.client.moderation.addNote({ ...id(), id: pick(run, n), text: secret(run, n) }))
  },
  draft: async (run, n) => {
    if (run.ids.length > 0) await run.host.client.moderation.saveDraft({ id: pick(run, n), text: secret(run, n) })
  },
  favourite: async ({ host, handle }, n) =>
    void (await addRow(host, 'favourite', { position: n, note: `Rückruf ${handle}, ${n}` })),
  post: async ({ host, handle }, n) => void (await addRow(host, 'post', { title: `Danke @${handle}! ${n}` })),
  undo: async ({ host, receipts }) => {
    const last = receipts.pop()
    if (last) await host.client.history.undo({ ...id(), undoes: last.commandId }).catch(() => undefined)
  },
}

const script = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat({ max: 4_000 })), {
  minLength: 20,
  maxLength: 60,
})

test('nothing is left after any history, nor when an older state comes back', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(script, fc.constantFrom(...HANDLES), async (history, handle) => {
      const host = await openDirectHost()
      const run: Run = { host, ids: [], receipts: [], secrets: [], handle }
      let again = host
      try {
        for (const [name, n] of history) await steps[name]!(run, n)
        const { path: backup } = await host.client.safekeeping.backUp()
        await erasePerson(host, handle)
        const gone = [...run.secrets, handle, handle.toLowerCase()]
        expectNothingLeft(host, gone)
        expect((await host.client.ledger.verify()).isSound).toBe(true)
        await host.client.safekeeping.restore({ name: basename(backup) })
        expectNothingLeft(host, gone)
        host.backend.close()
        copyFileSync(backup, host.path)
        again = await host.reopen()
        expectNothingLeft(again, gone)
        expect((await again.client.ledger.verify()).isSound).toBe(true)
      } finally {
        again.close()
      }
    }),
    { numRuns: 6 },
  )
})
