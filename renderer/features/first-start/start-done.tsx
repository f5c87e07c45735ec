import { ArrowRight, FileDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandRegistry } from '../../lib/commands.ts'
import { Button } from '../../ui/button.tsx'
import { DropArea } from '../../ui/drop-zone.tsx'
import { LinkButton, TextLink } from '../../ui/link-button.tsx'
import { Stack } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import styles from './first-start.module.css'

/** The questions are answered; now the files bring the figures. */
export function StartDone() {
  const { t } = useTranslation('firstStart')
  // The imports feature offers this to every screen; features do not know each other.
  const chooseFiles = useCommandRegistry((state) => state.commands.find(({ id }) => id === 'imports.chooseFiles'))
  const start = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone, far down the page; go on from the top.
  useEffect(() => {
    start.current?.focus({ preventScroll: true })
    start.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <Stack>
      <div ref={start} tabIndex={-1} className={styles.start}>
        <Sentence size="m" detail={t('done.detail')}>
          {t('done.sentence')}
        </Sentence>
      </div>
      <DropArea>
        <p>{t('done.drop')}</p>
        <Stack direction="row" gap="s">
          {chooseFiles && (
            <Button variant="primary" icon={FileDown} onPress={() => chooseFiles.run()}>
              {t('done.choose')}
            </Button>
          )}
          <LinkButton href="/imports">{t('done.help')}</LinkButton>
          <LinkButton href="/" variant="quiet" icon={ArrowRight}>
            {t('done.goOn')}
          </LinkButton>
        </Stack>
      </DropArea>
      <p>
        <TextLink href="/settings">{t('done.settings')}</TextLink>
      </p>
    </Stack>
  )
}
