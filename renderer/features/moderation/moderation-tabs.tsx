import { useTranslation } from 'react-i18next'
import { SectionTabs } from '../../ui/section-tabs.tsx'

/** The pages of the moderation log: routes of their own under one entry of the navigation. Texts: moderation.sections.<key>. */
const SECTIONS = [
  { key: 'queue', path: '/moderation' },
  { key: 'crises', path: '/moderation/crises' },
  { key: 'figures', path: '/moderation/figures' },
  { key: 'setup', path: '/moderation/setup' },
  { key: 'privacy', path: '/moderation/privacy' },
] as const

/** Beside the title of every page of the moderation log. */
export function ModerationTabs() {
  const { t } = useTranslation('moderation')
  const sections = SECTIONS.map(({ key, path }) => ({ path, label: t(`sections.${key}`) }))
  return <SectionTabs label={t('sections.label')} sections={sections} />
}
