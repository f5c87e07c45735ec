import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { POST_STATUSES } from '../../../../shared/domain/post-status.ts'
import { Menu } from '../../../ui/menu.tsx'
import { ChipTrigger } from './chip-trigger.tsx'
import { usePublishing } from './publishing-store.ts'
import { STATUS_TONES } from './status-tone.ts'
import { shownVariants, useThisPost } from './this-post.ts'
import { canBecome, noteStatusRefusal, useStatusChange } from './use-status-change.ts'

/** How far it is, and every way from there. */
export function StatusMenu() {
  const { t } = useTranslation(['calendar', 'post'])
  const { detail, variant } = useThisPost()
  const publish = usePublishing((state) => state.show)
  const { setStatus, isRunning, error } = useStatusChange(detail)
  const shown = shownVariants({ detail, variant })
  const [first] = shown
  const common = first && shown.every(({ status }) => status === first.status) ? first.status : null
  useEffect(() => {
    if (error) noteStatusRefusal(detail.id, error)
  }, [detail.id, error])
  // The time it came out is asked for one at a time.
  const isAsked = (status: string) => status === 'published' && first?.status !== 'archived'
  const ways = POST_STATUSES.filter(
    (status) => shown.some((one) => canBecome(one, status)) && !(isAsked(status) && shown.length > 1),
  )
  const text = common === null ? t('post:status.mixed') : t(`status.${common}`)
  return (
    <Menu
      label={t('post:status.change')}
      trigger={
        <ChipTrigger
          tone={common === null ? 'neutral' : STATUS_TONES[common]}
          isDisabled={isRunning}
          aria-label={t('post:status.spoken', { status: text })}
        >
          {text}
        </ChipTrigger>
      }
      groups={[
        {
          entries: ways.map((status) => ({
            id: status,
            label: t(`post:status.to.${status}`),
            onAction: () => (isAsked(status) && first ? publish(first.id) : void setStatus(shown, status)),
          })),
        },
      ]}
    />
  )
}
