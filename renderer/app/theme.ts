/** Puts the chosen theme on the document and tells the window's native parts. */
import { useViewSettings } from '../lib/view-settings.ts'

export function startTheme(): void {
  const apply = () => {
    const { theme, language } = useViewSettings.getState()
    document.documentElement.dataset.theme = theme
    window.gegenwertDesktop?.setAppearance({ theme, language })
  }
  apply()
  useViewSettings.subscribe(apply)
}
