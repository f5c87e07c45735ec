import { lazy, type ReactNode, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ToastRegion } from '../ui/toast-region.tsx'
import { useRememberedScroll } from '../ui/use-remembered-scroll.ts'
import styles from './app-shell.module.css'
import { ConnectionBanner } from './connection-banner.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Navigation } from './navigation.tsx'
import type { Screen } from './routes.tsx'
import { useShell } from './shell-store.ts'
import { TopBar } from './top-bar.tsx'

// Dialogs with lists are heavy to load and render; the first screen does not wait for them.
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }))
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }))

export interface AppShellProps {
  readonly screens: readonly Screen[]
  readonly children: ReactNode
}

export function AppShell({ screens, children }: AppShellProps) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const open = useShell((state) => state.open)
  const scroller = useRef<HTMLElement>(null)
  useRememberedScroll(location, scroller)
  return (
    <>
      <div className={styles.app}>
        <a href="#content" className={styles.skip}>
          {t('skipToContent')}
        </a>
        <Navigation screens={screens} />
        <div className={styles.column}>
          <TopBar />
          <ConnectionBanner />
          {/* Global parts put what concerns every screen here. */}
          <div id="notices" />
          <main id="content" tabIndex={-1} ref={scroller} className={styles.main}>
            <ErrorBoundary resetKey={location}>
              <Suspense fallback={null}>{children}</Suspense>
            </ErrorBoundary>
          </main>
        </div>
      </div>
      <ToastRegion />
      <Suspense fallback={null}>
        {open === 'palette' && <CommandPalette />}
        {open === 'keys' && <KeysDialog />}
      </Suspense>
    </>
  )
}
