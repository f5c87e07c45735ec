import '../ui/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followChanges } from './changes.ts'
import { startI18n } from './i18n.ts'
import { globalParts, screens } from './routes.tsx'
import { startTheme } from './theme.ts'

startTheme()
startI18n()
followChanges()

const host = document.getElementById('root')
if (!host) throw new Error('index.html has no #root')
createRoot(host).render(
  <StrictMode>
    <App screens={screens} globalParts={globalParts} />
  </StrictMode>,
)
