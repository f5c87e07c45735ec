import { Link } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { LEDGER_SECTIONS } from '../lib/ledger-sections.ts'
import { cx } from './class-names.ts'
import styles from './section-tabs.module.css'

export interface SectionTabsProps {
  readonly label: string
  readonly sections: readonly { readonly path: string; readonly label: string }[]
}

/** Links between the pages of one part of the app; the current one is marked. */
export function SectionTabs({ label, sections }: SectionTabsProps) {
  const [location] = useLocation()
  return (
    <nav className={styles.group} aria-label={label}>
      {sections.map(({ path, label: text }) => (
        <Link
          key={path}
          href={path}
          className={cx(styles.option, path === location && styles.current)}
          {...(path === location && { 'aria-current': 'page' as const })}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}

/** Beside the title of every page of Hauptbuch. */
export function LedgerTabs() {
  const { t } = useTranslation('ledger')
  const sections = LEDGER_SECTIONS.map(({ key, path }) => ({ path, label: t(`sections.${key}`) }))
  return <SectionTabs label={t('sections.label')} sections={sections} />
}
