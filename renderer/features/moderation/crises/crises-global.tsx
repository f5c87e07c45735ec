import { useQuery } from '@tanstack/react-query'
import { Flame, ListChecks, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import { api } from '../../../lib/api.ts'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import { CRISES_ADDRESS, crisisAddress, STANDING_ADDRESS } from '../../../lib/crisis-address.ts'
import { useNow } from '../../../lib/use-now.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import styles from './crises.module.css'
import { useCrisisForms } from './crisis-forms.ts'

const OpenCrisisDialog = lazy(async () => ({ default: (await import('./open-crisis-dialog.tsx')).OpenCrisisDialog }))

/** Opening a crisis from anywhere, going to one that is open, and a word on every screen while somebody has not been told in time. */
export function CrisesGlobal() {
  const { openingFrom, close } = useCrisisForms()
  useCrisisCommands()
  return (
    <>
      <OverdueBanner />
      <Suspense fallback={null}>
        {openingFrom !== null && <OpenCrisisDialog conversationIds={openingFrom} onClose={close} />}
      </Suspense>
    </>
  )
}

function useOpenCrises() {
  const { data = [] } = useQuery(api.moderation.crisisList.queryOptions())
  return useMemo(() => data.filter(({ closedAt }) => closedAt === null), [data])
}

function useCrisisCommands() {
  const { t } = useTranslation('crises')
  const open = useCrisisForms((state) => state.open)
  const crises = useOpenCrises()
  useAppCommands(
    useMemo((): AppCommand[] => {
      const group = t('group')
      return [
        {
          id: 'crises.open',
          title: t('open.command'),
          group,
          icon: Flame,
          opensField: true,
          keywords: ['krise', 'shitstorm', 'crisis', 'eskalation', 'notfall', 'emergency'],
          run: () => open(),
        },
        {
          id: 'crises.lists',
          title: t('standing.title'),
          group,
          icon: ListChecks,
          keywords: ['krise', 'crisis', 'kontaktliste', 'checkliste', 'checklist'],
          run: () => navigate(STANDING_ADDRESS),
        },
        ...crises.map(({ id, title }) => ({
          id: `crises.show.${id}`,
          title: t('open.show', { title }),
          group,
          icon: Flame,
          keywords: ['krise', 'crisis'],
          run: () => navigate(crisisAddress(id)),
        })),
      ]
    }, [t, open, crises]),
  )
}

function OverdueBanner() {
  const { t } = useTranslation('crises')
  const now = useNow()
  const [path] = useLocation()
  const crises = useOpenCrises()
  // The shell stands before its parts are loaded.
  const [place] = useState(() => document.querySelector('#notices'))
  const late = crises.find(({ informBy }) => informBy.some((by) => by < now))
  if (!place || !late || path === CRISES_ADDRESS) return null
  const count = late.informBy.filter((by) => by < now).length
  return createPortal(
    <section className={styles.banner} aria-label={t('banner.label')}>
      <TriangleAlert size={15} aria-hidden />
      <p>{t('banner.text', { title: late.title, count })}</p>
      <LinkButton size="s" href={crisisAddress(late.id)}>
        {t('banner.show')}
      </LinkButton>
    </section>,
    place,
  )
}
