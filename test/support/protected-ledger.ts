/** People who wrote, one who was erased since the backup, something held, and texts whose time is nearly over. */
import { capture } from './captured.ts'
import { newCommandId, openDirectHost, type DirectHost } from './direct-host.ts'

const DAY_MS = 86_400_000
const OLD_DAYS = 175

export async function openProtectedLedger(moment: number): Promise<DirectHost> {
  let now = moment - OLD_DAYS * DAY_MS
  const host = await openDirectHost({ isFirstStartDone: true }, () => now)
  const { moderation, safekeeping } = host.client
  const id = () => ({ commandId: newCommandId() })
  const ask = (handle: string, text: string) => capture(host.client, { handle, text, receivedAt: now })
  const old = [
    await ask('kaffee_und_kanten', 'Wann kommt die neue Ernte aus Kolumbien?'),
    await ask('Wattkontor GmbH', 'Liefert ihr auch an Büros in Bremen?'),
    await ask('espresso-anfang', 'Die Rechnung stimmt nicht, ich habe zweimal bezahlt.'),
  ]
  for (const conversation of old)
    await moderation.answer({ ...id(), id: conversation, text: 'Das klären wir.', at: null, next: 'done' })
  await moderation.hold({ ...id(), id: old[2] ?? 0, reason: 'Streit um eine Rechnung' })
  now = moment - DAY_MS
  await ask('kaffee_und_kanten', 'Ist die Ernte schon da?')
  await ask('muehlenfreund', '@kaffee_und_kanten hat mir euch empfohlen.')
  await ask('wer_geht', 'Bitte löscht alles über mich.')
  await safekeeping.backUp()
  now = moment
  for await (const _event of await moderation.erasePerson({ ...id(), name: 'wer_geht' })) void _event
  await host.backend.retention.follow()
  return host
}
