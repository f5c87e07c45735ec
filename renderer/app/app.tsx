import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { type ComponentType, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import { api } from '../lib/api.ts'
import { useCommandRegistry } from '../lib/commands.ts'
import { formatFor } from '../lib/format.ts'
import { queryClient } from '../lib/query-client.ts'
import { redoLast, undoLast } from '../lib/undo-actions.ts'
import { useErrorTexts } from '../lib/use-error-texts.ts'
import { useViewSettings } from '../lib/view-settings.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { AppShell } from './app-shell.tsx'
import { BuiltInCommands } from './built-in-commands.tsx'
import { LedgerProblemPage } from './ledger-problem-page.tsx'
import type { Screen } from './routes.tsx'
import { startShortcuts } from './shortcuts.ts'
import { startUnfocusedKeys } from './unfocused-keys.ts'

export interface AppProps {
  readonly screens: readonly Screen[]
  readonly globalParts: readonly ComponentType[]
}

export function App(props: AppProps) {
  const language = useViewSettings((settings) => settings.language)
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={formatFor(language, 'EUR').locale}>
        <RouterProvider navigate={(path) => navigate(path)}>
          <Window {...props} />
        </RouterProvider>
      </I18nProvider>
    </QueryClientProvider>
  )
}

function Window({ screens, globalParts }: AppProps) {
  const status = useQuery(api.app.status.queryOptions())
  const ledger = status.data?.ledger ?? null
  useLedgerPreferences(ledger)
  useEffect(startUnfocusedKeys, [])
  useEffect(startShortcuts, [])
  useEffect(() => {
    window.gegenwertDesktop?.onMenuCommand((command) => void (command === 'undo' ? undoLast() : redoLast()))
  }, [])
  return (
    <>
      <BuiltInCommands screens={screens} hasLedger={ledger !== null} />
      <AppShell screens={ledger ? screens : []}>
        <Content screens={screens} status={status} />
      </AppShell>
      {ledger && (
        <Suspense fallback={null}>
          {globalParts.map((Part, index) => (
            <Part key={index} />
          ))}
          <PartsAreThere />
        </Suspense>
      )}
    </>
  )
}

/** Mounts with the parts beside it, once all of them are loaded. */
function PartsAreThere() {
  useEffect(() => useCommandRegistry.setState({ isComplete: true }), [])
  return null
}

/** The ledger's language and currency win over what this profile remembers. */
function useLedgerPreferences(ledger: { language: 'de' | 'en'; currency: string } | null) {
  const language = ledger?.language
  const currency = ledger?.currency
  useEffect(() => {
    if (language) useViewSettings.getState().setLanguage(language)
  }, [language])
  useEffect(() => {
    if (currency) useViewSettings.getState().setCurrency(currency)
  }, [currency])
}

interface ContentProps {
  readonly screens: readonly Screen[]
  readonly status: ReturnType<typeof useStatus>
}

function useStatus() {
  return useQuery(api.app.status.queryOptions())
}

function Content({ screens, status }: ContentProps) {
  const { t } = useTranslation(['app', 'ui'])
  const [location] = useLocation()
  const describe = useErrorTexts()
  // A read that fails later, while the backend restarts, must not take away the screen and what was typed on it.
  if (!status.data) {
    if (!status.isError) return null
    return (
      <Page title={t('name')} width="text">
        <ErrorPanel
          error={describe(status.error)}
          actions={
            <Button size="s" onPress={() => void status.refetch()}>
              {t('ui:error.retry')}
            </Button>
          }
        />
      </Page>
    )
  }
  const { ledger, problem } = status.data
  if (!ledger) {
    return (
      <LedgerProblemPage problem={problem ?? { code: 'no_ledger', data: {} }} onRetry={() => void status.refetch()} />
    )
  }
  const start = screens.find((screen) => screen.key === 'start')
  if (!ledger.isFirstStartDone && start && location === '/') return <Redirect to={start.path} replace />
  return (
    <Switch>
      {byDepth(screens).map(({ path, Component }) => (
        <Route key={path} path={path === '/' ? path : `${path}/*?`}>
          <Component />
        </Route>
      ))}
      <Route>
        <NotFoundPage home={screens[0]?.path ?? '/'} />
      </Route>
    </Switch>
  )
}

/** The longest address first: /ledger/months is a page of its own, not a part of /ledger. */
function byDepth(screens: readonly Screen[]): readonly Screen[] {
  return screens.toSorted((one, other) => other.path.length - one.path.length)
}

function NotFoundPage({ home }: { readonly home: string }) {
  const { t } = useTranslation()
  return (
    <Page title={t('notFound.title')}>
      <EmptyState title={t('notFound.title')} primary={<LinkButton href={home}>{t('notFound.home')}</LinkButton>}>
        {t('notFound.text')}
      </EmptyState>
    </Page>
  )
}
