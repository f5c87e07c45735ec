/** What hours, costs and purchases can belong to besides a channel: posts, conversations, campaigns, pillars, clients, departments. */
import * as z from 'zod'
import { base } from './errors.ts'
import { DayField, NetworkField, RecordId } from './fields.ts'

/** Rows of a list one chooses from by typing. */
const MAX_FOUND = 50

const NamedOption = z.object({ id: RecordId, name: z.string() })
export type NamedOption = z.output<typeof NamedOption>

export const RecordOptions = z.object({
  pillars: z.array(NamedOption),
  clients: z.array(NamedOption),
  departments: z.array(NamedOption),
  campaigns: z.array(NamedOption),
})
export type RecordOptions = z.output<typeof RecordOptions>

const Search = z.object({
  /** Words in the title or label; empty: the latest. */
  text: z.string().max(200).default(''),
  /** A chosen record that is to be among the answers whatever the text says. */
  id: RecordId.nullable().default(null),
  limit: z.int().min(1).max(MAX_FOUND).default(20),
})

export const FoundPost = z.object({
  id: RecordId,
  title: z.string(),
  channelId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  network: NetworkField.nullable(),
  publishedOn: DayField.nullable(),
})
export type FoundPost = z.output<typeof FoundPost>

export const FoundConversation = z.object({
  id: RecordId,
  /** What the log calls it; never a name or a handle of the other side. May be empty. */
  label: z.string(),
  channelId: RecordId.nullable(),
  postId: RecordId.nullable(),
  network: NetworkField.nullable(),
  day: DayField,
})
export type FoundConversation = z.output<typeof FoundConversation>

export const records = {
  /** The small lists to choose from, by name. Changes nothing. */
  options: base.output(RecordOptions),
  /** Posts for a chooser, latest first. Changes nothing. */
  findPosts: base.input(Search).output(z.array(FoundPost)),
  /** Conversations for a chooser, latest first. Changes nothing. */
  findConversations: base.input(Search).output(z.array(FoundConversation)),
}
