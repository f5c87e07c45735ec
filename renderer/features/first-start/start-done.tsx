import { ArrowRight, FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommandRegistry } from '../../lib/commands.ts'
import { Button } from '../../ui/button.tsx'
import { DropArea } from '../../ui/drop-zone.tsx'
import { LinkButton, TextLink } from '../../ui/link-button.tsx'
import { Stack } from '../../ui/page.tsx'
import { Sentence } from '../../ui/sentence.tsx'

/** The questions are answered; now the files bring the figures. */
export function StartDone() {
  const { t } = useTranslation('firstStart')
  // The imports feature offers this to every screen; features do not know each other.
  const chooseFiles = useCommandRegistry((state) => state.commands.find(({ id }) => id === 'imports.chooseFiles'))
  return (
    <Stack>
      <Sentence size="m" detail={t('done.detail')}>
        {t('done.sentence')}
      </Sentence>
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
