import { Hourglass, ListChecks, type LucideIcon, MessageSquareText, Tags } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'

type CommandName = 'rules' | 'targets' | 'snippets' | 'topics' | 'newRule' | 'newSnippet'

interface Place {
  readonly name: CommandName
  readonly tab: 'rules' | 'targets' | 'snippets' | 'topics'
  readonly isNew?: true
  readonly icon: LucideIcon
  readonly keywords: readonly string[]
}

const PLACES: readonly Place[] = [
  { name: 'rules', tab: 'rules', icon: ListChecks, keywords: ['regel', 'sortieren', 'automatisch', 'rule', 'sort'] },
  {
    name: 'targets',
    tab: 'targets',
    icon: Hourglass,
    keywords: ['frist', 'antwortzeit', 'sla', 'öffnungszeiten', 'target', 'deadline', 'hours'],
  },
  {
    name: 'snippets',
    tab: 'snippets',
    icon: MessageSquareText,
    keywords: ['vorlage', 'textbaustein', 'antwort', 'snippet', 'template'],
  },
  { name: 'topics', tab: 'topics', icon: Tags, keywords: ['thema', 'etikett', 'label', 'topic', 'tag'] },
  { name: 'newRule', tab: 'rules', isNew: true, icon: ListChecks, keywords: ['neue regel', 'new rule'] },
  {
    name: 'newSnippet',
    tab: 'snippets',
    isNew: true,
    icon: MessageSquareText,
    keywords: ['neue vorlage', 'new snippet'],
  },
]

/** The parts of the set-up by their names, from anywhere. */
export function ModerationSetupGlobal() {
  const { t } = useTranslation('moderationSetup')
  const { t: tModeration } = useTranslation('moderation')
  const [, navigate] = useLocation()
  useAppCommands(
    useMemo(
      (): AppCommand[] =>
        PLACES.map(({ name, tab, isNew, icon, keywords }) => ({
          id: `moderation.setup.${name}`,
          title: t(`command.${name}`),
          group: tModeration('title'),
          icon,
          keywords,
          run: () => navigate(`/moderation/setup?tab=${tab}${isNew === true ? '&new=1' : ''}`),
        })),
      [t, tModeration, navigate],
    ),
  )
  return null
}
