// The names under which page and main process talk through the preload.
export const channels = {
  requestPort: 'gegenwert:request-port',
  port: 'gegenwert:port',
  savePdf: 'gegenwert:save-pdf',
  openLedger: 'gegenwert:open-ledger',
  appearance: 'gegenwert:appearance',
  menuCommand: 'gegenwert:menu-command',
  watchAbsence: 'gegenwert:watch-absence',
  absence: 'gegenwert:absence',
} as const
