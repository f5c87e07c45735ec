/** Language, appearance and keys. */
import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../lib/api.ts'
import { isSingleKey, useCommandRegistry } from '../../lib/commands.ts'
import type { Language } from '../../lib/format.ts'
import { useViewSettings } from '../../lib/view-settings.ts'
import { Card } from '../../ui/card.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Stack } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Switch } from '../../ui/switch.tsx'
import { FieldProblem } from '../../ui/field-problem.tsx'
import styles from './settings.module.css'
import { useChange } from '../../lib/use-change.ts'

export function ViewTab() {
  return (
    <div className={styles.column}>
      <LanguageCard />
      <ThemeCard />
      <KeysCard />
    </div>
  )
}

function LanguageCard() {
  const { t, i18n } = useTranslation('settings')
  const language = useViewSettings((settings) => settings.language)
  const change = useChange()

  async function choose(next: Language) {
    // At once; the ledger is told, because reports and other windows follow it.
    useViewSettings.getState().setLanguage(next)
    const translate = i18n.getFixedT(next, 'settings')
    const done = await change.run(
      (commandId) => client.settings.update({ commandId, patch: { language: next } }),
      translate('saved.language', { value: translate(`view.languages.${next}`) }),
    )
    if (done === null) useViewSettings.getState().setLanguage(language)
  }

  return (
    <Card title={t('view.language')}>
      <Stack gap="s">
        <Segmented<Language>
          label={t('view.language')}
          value={language}
          onChange={(next) => void choose(next)}
          options={[
            { value: 'de', label: t('view.languages.de') },
            { value: 'en', label: t('view.languages.en') },
          ]}
        />
        <FieldProblem text={change.error?.title} />
        <p className={styles.help}>{t('view.languageHelp')}</p>
      </Stack>
    </Card>
  )
}

function ThemeCard() {
  const { t } = useTranslation('settings')
  const theme = useViewSettings((settings) => settings.theme)
  const setTheme = useViewSettings((settings) => settings.setTheme)
  return (
    <Card title={t('view.theme')}>
      <Stack gap="s">
        <Segmented
          label={t('view.theme')}
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'light', label: t('view.themes.light'), icon: Sun },
            { value: 'dark', label: t('view.themes.dark'), icon: Moon },
            { value: 'system', label: t('view.themes.system'), icon: Monitor },
          ]}
        />
        <p className={styles.help}>{t('view.themeHelp')}</p>
      </Stack>
    </Card>
  )
}

function KeysCard() {
  const { t } = useTranslation('settings')
  const hasSingleKeys = useViewSettings((settings) => settings.hasSingleKeys)
  const setSingleKeys = useViewSettings((settings) => settings.setSingleKeys)
  const commands = useCommandRegistry((state) => state.commands)
  const withKeys = commands.filter((command) => command.shortcut !== undefined)
  const groups = [...Map.groupBy(withKeys, (command) => command.group)]
  return (
    <Card title={t('view.keys')}>
      <Stack>
        <Switch isSelected={hasSingleKeys} onChange={setSingleKeys} description={t('view.singleHelp')}>
          {t('view.single')}
        </Switch>
        <div className={styles.keyGroups}>
          {groups.map(([group, members]) => (
            <section key={group}>
              <h3 className={styles.heading}>{group}</h3>
              <dl className={styles.keys}>
                {members.map(({ id, title, shortcut = '' }) => {
                  const isOff = !hasSingleKeys && isSingleKey(shortcut)
                  return (
                    <div key={id} data-off={isOff ? '' : undefined}>
                      <dt>{title}</dt>
                      <dd>{isOff ? t('view.off') : <Kbd keys={shortcut} />}</dd>
                    </div>
                  )
                })}
              </dl>
            </section>
          ))}
        </div>
      </Stack>
    </Card>
  )
}
