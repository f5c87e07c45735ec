/** Topics by name: those the ledger has, and new ones that are made. */
import i18next from 'i18next'
import { client } from '../../../lib/api.ts'
import { withReconnect } from '../../../lib/connection-error.ts'
import { settle } from '../../../lib/use-command.ts'

export interface ChosenTopics {
  readonly topicIds: readonly number[]
  readonly newTopics: readonly string[]
}

/** The ids of all of them, each once. What is new is made, with one command. */
export async function topicsOf({ topicIds, newTopics }: ChosenTopics): Promise<number[]> {
  if (newTopics.length === 0) return [...topicIds]
  const before = await withReconnect(() => client.moderation.topics())
  const missing = newTopics.filter((name) => !before.some((topic) => isSameName(topic.name, name)))
  if (missing.length > 0) await makeTopics(missing)
  const known = missing.length > 0 ? await withReconnect(() => client.moderation.topics()) : before
  const made = known.filter((topic) => newTopics.some((name) => isSameName(topic.name, name)))
  return [...new Set([...topicIds, ...made.map(({ id }) => id)])]
}

export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

async function makeTopics(names: readonly string[]): Promise<void> {
  const command = { commandId: crypto.randomUUID(), names: [...names] }
  const receipt = await withReconnect(() => client.moderation.addTopics(command))
  await settle(receipt, i18next.t('capture:topicsAdded', { count: names.length, name: names[0] }), true)
}
