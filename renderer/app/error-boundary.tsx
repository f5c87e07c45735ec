import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Page } from '../ui/page.tsx'

interface Props {
  readonly children: ReactNode
  /** A new value, e.g. another address, tries again. */
  readonly resetKey: string
}

interface State {
  readonly error: Error | null
  readonly resetKey: string
}

/** A view that throws must not take the window with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return <CrashPage error={error} onRetry={() => this.setState({ error: null })} />
  }
}

function CrashPage({ error, onRetry }: { readonly error: Error; onRetry(): void }) {
  const { t } = useTranslation(['app', 'ui'])
  const texts = {
    title: t('crash.title'),
    meaning: t('crash.meaning'),
    advice: t('crash.advice'),
    details: `${error.name}: ${error.message}\n${error.stack ?? ''}`.slice(0, 4000),
  }
  return (
    <Page title={t('name')} width="text">
      <ErrorPanel
        error={texts}
        actions={
          <Button size="s" onPress={onRetry}>
            {t('ui:error.retry')}
          </Button>
        }
      />
    </Page>
  )
}
