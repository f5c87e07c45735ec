/** Texts of the first start. */
export const firstStart = {
  title: 'Willkommen bei Gegenwert',
} as const
