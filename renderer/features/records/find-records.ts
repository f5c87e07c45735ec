/** Posts, campaigns, clients … by name, opened in their form. */
import { FileText, Flag, type LucideIcon, Megaphone, Network, UserRound } from 'lucide-react'
import type { NamedList, RecordKind } from '../../../shared/contract/records.ts'
import { client } from '../../lib/api.ts'
import type { AppCommand } from '../../lib/commands.ts'
import { showError } from '../../lib/undo-actions.ts'
import type { OpenForm } from './form-store.ts'

const MOST_OF_A_KIND = 5

const LISTS = { campaign: 'campaigns', pillar: 'pillars', client: 'clients', department: 'departments' } as const
const ICONS: Readonly<Record<NamedList, LucideIcon>> = {
  campaign: Megaphone,
  pillar: Flag,
  client: UserRound,
  department: Network,
}

type Show = (form: OpenForm) => void

export async function findRecords(
  text: string,
  kindName: (kind: RecordKind) => string,
  show: Show,
): Promise<readonly AppCommand[]> {
  const [posts, options] = await Promise.all([
    client.records.findPosts({ text, limit: MOST_OF_A_KIND }),
    client.records.options(),
  ])
  const word = text.toLowerCase()
  const named = (Object.keys(LISTS) as NamedList[]).flatMap((list) =>
    options[LISTS[list]]
      .filter(({ name }) => name.toLowerCase().includes(word))
      .slice(0, MOST_OF_A_KIND)
      .map(({ id, name }) => ({
        id: `records.found.${list}.${id}`,
        title: name,
        group: kindName(list),
        icon: ICONS[list],
        run: () => void openNamed(list, id, show).catch(showError),
      })),
  )
  const found = posts.map(({ id, title }) => ({
    id: `records.found.post.${id}`,
    title,
    group: kindName('post'),
    icon: FileText,
    run: () => void openPost(id, title, show).catch(showError),
  }))
  return [...named, ...found]
}

async function openNamed(list: NamedList, id: number, show: Show): Promise<void> {
  const row = (await client.records.named({ list })).find((candidate) => candidate.id === id)
  if (row) show({ kind: list, row })
}

/** The form needs the whole row; rows are asked for by their title. */
async function openPost(id: number, title: string, show: Show): Promise<void> {
  const { rows } = await client.records.posts({ filter: { text: title.slice(0, 200) }, limit: 200 })
  const row = rows.find((candidate) => candidate.id === id)
  if (row) show({ kind: 'post', row })
}
