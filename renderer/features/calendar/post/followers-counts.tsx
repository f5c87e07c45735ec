import type { VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import { useTranslation } from 'react-i18next'
import { ChannelName } from '../../../ui/dot.tsx'
import { useVariantDraft } from './post-saving.ts'
import styles from './post.module.css'
import { useTextCount } from './text-count.ts'
import { useThisPost } from './this-post.ts'

/** How the master text counts on each channel that follows it. */
export function FollowersCounts() {
  const { t } = useTranslation('post')
  const { detail } = useThisPost()
  const placed = detail.variants.filter(({ channelId }) => channelId !== null)
  if (placed.length === 0) return <p className={styles.follows}>{t('text.noChannel')}</p>
  return (
    <ul className={styles.followers} aria-label={t('text.followers')}>
      {placed.map((variant) => (
        <Follower key={variant.id} variant={variant} />
      ))}
    </ul>
  )
}

function Follower({ variant }: { readonly variant: VariantDetail }) {
  const { t } = useTranslation('post')
  const { draft } = useThisPost()
  const own = useVariantDraft(variant)
  const count = useTextCount({ variant, own, draft })
  return (
    <li>
      <ChannelName network={variant.network}>{variant.channel}</ChannelName>
      <span className={styles.figure} data-over={(own.text === null && count.isOver) || undefined}>
        {own.text === null ? count.text : t('text.ownHere')}
      </span>
    </li>
  )
}
