import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'

export interface NoClientProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly children: string
}

/** Where a paper is for one client and none is chosen: the way to where they are. */
export function NoClient({ icon, title, children }: NoClientProps) {
  const { t } = useTranslation('billing')
  return (
    <EmptyState
      icon={icon}
      title={title}
      primary={
        <LinkButton variant="primary" href="/time/billing">
          {t('sheet.toBilling')}
        </LinkButton>
      }
    >
      {children}
    </EmptyState>
  )
}
