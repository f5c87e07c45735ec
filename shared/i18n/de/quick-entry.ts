/** Texts of time entered as a line in plain words. */
export const quickEntry = {
  title: 'Nachtragen',
}
