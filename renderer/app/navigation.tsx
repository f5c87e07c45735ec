import { useTranslation } from 'react-i18next'
import { Link } from 'react-aria-components'
import { useLocation } from 'wouter'
import { useNavigationBadges } from '../lib/navigation-badges.ts'
import { cx } from '../ui/class-names.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import styles from './navigation.module.css'
import type { Screen } from './routes.tsx'
import { useRail } from './use-rail.ts'

const sections = ['top', 'work', 'outcome', 'upkeep'] as const

function isActive(path: string, location: string): boolean {
  return path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`)
}

export function Navigation({ screens }: { readonly screens: readonly Screen[] }) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const isRail = useRail()
  return (
    <nav className={styles.navigation} aria-label={t('navigation.label')}>
      <div className={styles.brand} translate="no">
        <span className={styles.mark} aria-hidden />
        <span className={styles.word}>{t('name')}</span>
      </div>
      {sections.map((section) => {
        const entries = screens.filter((screen) => screen.section === section)
        if (entries.length === 0) return null
        return (
          <div key={section} className={styles.section}>
            {section === 'upkeep' && <div className={styles.gap} aria-hidden />}
            {(section === 'work' || section === 'outcome') && (
              <div className={styles.title}>{t(`navigation.${section}`)}</div>
            )}
            {entries.map((screen) => (
              <Entry key={screen.path} screen={screen} isActive={isActive(screen.path, location)} isRail={isRail} />
            ))}
          </div>
        )
      })}
    </nav>
  )
}

interface EntryProps {
  readonly screen: Screen
  readonly isActive: boolean
  readonly isRail: boolean
}

function Entry({ screen, isActive: isCurrent, isRail }: EntryProps) {
  const { t } = useTranslation()
  const { icon: Icon, path, key, shortcut } = screen
  const name = t(`navigation.${key}`)
  const badge = useNavigationBadges((badges) => badges[path])
  const link = (
    <Link
      href={path}
      className={cx(styles.entry, isCurrent && styles.current)}
      {...(isCurrent && { 'aria-current': 'page' as const })}
      {...(isRail && !badge && { 'aria-label': name })}
    >
      <Icon size={16} aria-hidden />
      <span className={styles.name}>
        {name}
        {badge && <span className={styles.spoken}>, {badge.label}</span>}
      </span>
      {/* What it counts is spoken with the name. */}
      {badge && (
        <span className={cx(styles.badge, badge.isUrgent && styles.urgent)} aria-hidden>
          {badge.count}
        </span>
      )}
    </Link>
  )
  if (!isRail) return link
  return (
    <Tooltip text={name} placement="right" {...(shortcut !== undefined && { shortcut })}>
      {link}
    </Tooltip>
  )
}
