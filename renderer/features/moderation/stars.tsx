import { useTranslation } from 'react-i18next'
import styles from './moderation.module.css'

const MOST = 5

/** "★★☆☆☆", and in words to those who listen. */
export function Stars({ count }: { readonly count: number }) {
  const { t } = useTranslation('moderation')
  return (
    <span role="img" className={styles.stars} aria-label={t('stars', { count })}>
      {'★'.repeat(count)}
      {'☆'.repeat(MOST - count)}
    </span>
  )
}
