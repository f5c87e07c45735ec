/** What rules can name: topics, snippets, channels, colleagues, departments. */
import { useQuery } from '@tanstack/react-query'
import type { RuleInput } from '../../../../shared/contract/moderation-setup.ts'
import { api } from '../../../lib/api.ts'

type Target = NonNullable<RuleInput['actions']['escalateTo']>

export function useSetupNames() {
  const topics = useQuery(api.moderation.topics.queryOptions()).data ?? []
  const snippets = useQuery(api.moderation.snippets.queryOptions()).data ?? []
  const channels = useQuery(api.settings.channels.queryOptions()).data ?? []
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  const departments = useQuery(api.records.options.queryOptions()).data?.departments ?? []
  const nameIn = (rows: readonly { readonly id: number; readonly name: string }[], id: number) =>
    rows.find((row) => row.id === id)?.name
  return {
    topics,
    snippets,
    channels,
    people,
    departments,
    targetName: (target: Target): string =>
      ('personId' in target ? nameIn(people, target.personId) : nameIn(departments, target.departmentId)) ?? '',
    nameIn,
  }
}
export type SetupNames = ReturnType<typeof useSetupNames>
