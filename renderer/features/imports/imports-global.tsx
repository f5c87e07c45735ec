/** Files can be dropped on any screen, and chosen from the palette. */
import { FileDown } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-browser-location'
import { useAppCommands } from '../../lib/commands.ts'
import { WindowDrop } from '../../ui/drop-zone.tsx'
import { useDraft } from './draft-store.ts'
import { useTakeFiles } from './use-take-files.ts'
import { acceptedFiles } from './accepted-files.ts'

export function ImportsGlobal() {
  const { t } = useTranslation('imports')
  const input = useRef<HTMLInputElement>(null)
  const isCommitting = useDraft((draft) => draft.commit !== null)
  const takeFiles = useTakeFiles()
  useWarningBeforeLeaving()

  function openImports(files: readonly File[]) {
    takeFiles(files)
    navigate('/imports')
  }

  const commands = useMemo(
    () => [
      {
        id: 'imports.chooseFiles',
        title: t('choose.command'),
        group: t('title'),
        icon: FileDown,
        shortcut: 'mod+o',
        keywords: ['Toggl', 'Meta', 'Google', 'Shopify', 'CSV'],
        run: () => input.current?.click(),
      },
    ],
    [t],
  )
  useAppCommands(commands)

  return (
    <>
      <WindowDrop
        title={t('drop.title')}
        description={t('drop.description')}
        isDisabled={isCommitting}
        onFiles={openImports}
      />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={acceptedFiles}
        aria-label={t('choose.command')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) openImports(files)
        }}
      />
    </>
  )
}

/** A page that is loaded anew has lost the files. The desktop window asks nothing: there this would keep it from closing. */
function useWarningBeforeLeaving(): void {
  const hasFiles = useDraft((draft) => draft.files.length > 0)
  useEffect(() => {
    if (!hasFiles || window.gegenwertDesktop) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [hasFiles])
}
