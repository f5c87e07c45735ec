import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, Ellipsis, FileText, Pencil, RotateCcw, ShieldCheck, Trash2 } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-browser-location'
import type { CrisisDetail } from '../../../../shared/contract/crises.ts'
import { LEVEL_NAMES } from '../../../../shared/domain/crisis.ts'
import { api, client } from '../../../lib/api.ts'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import {
  CRISES_ADDRESS,
  CRISIS_VIEWS,
  crisisAddress,
  type CrisisView,
  readCrisisView,
} from '../../../lib/crisis-address.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Page } from '../../../ui/page.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { AfterView } from './after-view.tsx'
import { CloseDialog } from './close-dialog.tsx'
import styles from './crises.module.css'
import { LEVEL_TONES } from './crisis-tones.ts'
import { EditDialog } from './edit-dialog.tsx'
import { EvidenceView } from './evidence-view.tsx'
import { PaperView } from './paper-view.tsx'
import { SituationView } from './situation-view.tsx'
import { StatementsView } from './statements-view.tsx'
import { useCrisisWords } from './use-crisis-words.ts'

/** The file of a crisis in one of its views. */
export function CrisisFile({ id }: { readonly id: number }) {
  const { t } = useTranslation('crises')
  const query = useQuery(api.moderation.crisisDetail.queryOptions({ input: { id } }))
  const view = readCrisisView(useSearchFilters().get('view'))
  const crisis = query.data
  if (!crisis) {
    return (
      <Page title={t('title')} titleAside={<BackLink />}>
        <QueryFrame query={query}>{() => null}</QueryFrame>
      </Page>
    )
  }
  return view === 'paper' ? <PaperView crisis={crisis} /> : <OpenFile crisis={crisis} view={view} />
}

function BackLink() {
  const { t } = useTranslation('crises')
  return (
    <LinkButton variant="quiet" size="s" icon={ChevronLeft} href={CRISES_ADDRESS}>
      {t('file.back')}
    </LinkButton>
  )
}

interface OpenFileProps {
  readonly crisis: CrisisDetail
  readonly view: Exclude<CrisisView, 'paper'>
}

function OpenFile({ crisis, view }: OpenFileProps) {
  useViewCommands(crisis.id)
  return (
    <Page title={crisis.title} titleAside={<FileState crisis={crisis} />} actions={<FileActions crisis={crisis} />}>
      <div className={styles.views}>
        <BackLink />
        <Views crisis={crisis} view={view} />
      </div>
      <View crisis={crisis} view={view} />
    </Page>
  )
}

function View({ crisis, view }: OpenFileProps): ReactNode {
  switch (view) {
    case 'situation':
      return <SituationView crisis={crisis} />
    case 'statements':
      return <StatementsView crisis={crisis} />
    case 'evidence':
      return <EvidenceView crisis={crisis} />
    case 'after':
      return <AfterView crisis={crisis} />
  }
}

const SHOWN_VIEWS = CRISIS_VIEWS.filter((view) => view !== 'paper')

function Views({ crisis, view }: OpenFileProps) {
  const { t } = useTranslation('crises')
  const counts = { statements: crisis.statements.length, evidence: crisis.evidence.length }
  return (
    <Segmented
      label={t('file.views.label')}
      value={view}
      options={SHOWN_VIEWS.map((value) => ({
        value,
        label: t(`file.views.${value}`),
        ...((value === 'statements' || value === 'evidence') && counts[value] > 0 && { count: counts[value] }),
      }))}
      onChange={(next) => navigate(crisisAddress(crisis.id, next))}
    />
  )
}

/** The views by number. */
function useViewCommands(id: number) {
  const { t } = useTranslation('crises')
  useAppCommands(
    useMemo(
      () =>
        CRISIS_VIEWS.map((view, index): AppCommand => ({
          id: `crises.view.${view}`,
          title: t('file.views.show', { view: t(`file.views.${view}`) }),
          group: t('title'),
          shortcut: String(index + 1),
          run: () => navigate(crisisAddress(id, view)),
        })),
      [t, id],
    ),
  )
}

function FileState({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crises')
  const words = useCrisisWords()
  const now = useNow()
  const { level, startedAt, closedAt } = crisis
  return (
    <>
      <Chip tone={LEVEL_TONES[level]}>{t(`levels.${LEVEL_NAMES[level]}`)}</Chip>
      <span className={styles.hint}>
        {closedAt === null
          ? t('overview.since', { span: words.spanIn(Math.max(0, (now - startedAt) / 1000)) })
          : t('file.closed', { at: words.at(closedAt) })}
      </span>
    </>
  )
}

function FileActions({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crises')
  const [dialog, setDialog] = useState<'edit' | 'close' | 'reopen' | null>(null)
  const remove = useCommand(client.moderation.crisisRemove, { done: t('file.removed') })
  const { id, closedAt, title } = crisis
  async function removeIt() {
    if (await remove.run({ id })) navigate(CRISES_ADDRESS)
  }
  return (
    <>
      <Menu
        label={t('file.more')}
        trigger={<IconButton variant="quiet" icon={Ellipsis} label={t('file.more')} />}
        groups={[
          {
            entries: [
              { id: 'edit', label: t('file.edit'), icon: Pencil, onAction: () => setDialog('edit') },
              {
                id: 'remove',
                label: t('file.remove'),
                description: t('file.removeHelp'),
                icon: Trash2,
                isDangerous: true,
                onAction: () => void removeIt(),
              },
            ],
          },
        ]}
      />
      {closedAt === null ? (
        <Button icon={ShieldCheck} onPress={() => setDialog('close')}>
          {t('close.action')}
        </Button>
      ) : (
        <Button icon={RotateCcw} onPress={() => setDialog('reopen')}>
          {t('close.reopen')}
        </Button>
      )}
      <LinkButton variant="primary" icon={FileText} href={crisisAddress(id, 'paper')}>
        {t('file.paper')}
      </LinkButton>
      {dialog === 'edit' && <EditDialog crisis={crisis} onClose={() => setDialog(null)} />}
      {(dialog === 'close' || dialog === 'reopen') && (
        <CloseDialog key={title} crisis={crisis} onClose={() => setDialog(null)} />
      )}
    </>
  )
}
